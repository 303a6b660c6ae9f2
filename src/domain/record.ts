import type { Act } from './act.ts'
import type { Cause, Defect } from './dictionary.ts'
import type { BodyId } from './directory.ts'
import type { DomainEvent, SlipEvent } from './event.ts'
import type { DocNo } from './numbering.ts'
import type { Rung } from './policy.ts'

/** A paper of a named signer: its number, its ground and what was written about it. */
export interface RecordedPaper extends Act {
  readonly no: DocNo
  readonly cause: Cause
  readonly ground: string | null
}

/** What stands to a unit's blame or praise on one slip; the counts of a bulletin are the lengths of these lists. */
export interface SlipRecord {
  readonly slipId: string
  readonly no: DocNo
  readonly unitId: BodyId
  /** 催办: by the ladder (each message once, however many rungs it stood for) and by hand. */
  readonly urged: readonly Act[]
  /** 督办 that was signed; a mere proposal blames nobody. */
  readonly supervised: readonly RecordedPaper[]
  /** 问责 handed to the discipline office. */
  readonly transferred: readonly RecordedPaper[]
  readonly sentBack: readonly (Act & { readonly defect: Defect; readonly note: string | null })[]
  readonly praised: readonly (Act & { readonly ground: string })[]
  /** 线索移交, and to whom. */
  readonly cluesHandedOver: readonly (Act & { readonly to: readonly BodyId[] })[]
}

/** What one slip's facts have come to, with what later facts need of the earlier ones. */
interface Kept {
  readonly record: SlipRecord
  readonly ladder: readonly Rung[]
  readonly proposed: Pick<RecordedPaper, 'cause' | 'ground'>
  readonly accused: Pick<RecordedPaper, 'cause' | 'ground'>
}

/** The record of every slip of a matter, in the order of issue, from the matter's events. */
export function recordsOf(events: readonly DomainEvent[]): readonly SlipRecord[] {
  const kept = new Map<string, Kept>()
  for (const event of events) {
    if (event.on !== 'slip') continue
    const before = event.type === 'slip_issued' ? opened(event) : kept.get(event.id)
    if (before) kept.set(event.id, after(before, event))
  }
  return [...kept.values()].map(({ record }) => record)
}

function opened({ id, no, unitId, policy }: SlipEvent & { type: 'slip_issued' }): Kept {
  const nothing = {
    urged: [],
    supervised: [],
    transferred: [],
    sentBack: [],
    praised: [],
    cluesHandedOver: [],
  }
  const unsaid = { cause: 'unsolved', ground: null } as const
  return {
    record: { slipId: id, no, unitId, ...nothing },
    ladder: policy.ladder,
    proposed: unsaid,
    accused: unsaid,
  }
}

function after(kept: Kept, event: SlipEvent): Kept {
  const { record, ladder, proposed, accused } = kept
  const { by, at } = event
  const act: Act = { by, at }
  const noted = (more: Partial<SlipRecord>): Kept => ({ ...kept, record: { ...record, ...more } })
  switch (event.type) {
    case 'rungs_climbed': {
      const urges = event.rungs.some(({ rungId }) =>
        ladder.some((rung) => rung.id === rungId && rung.act === 'urge'),
      )
      return urges ? noted({ urged: [...record.urged, act] }) : kept
    }
    case 'reminded_by_office':
      return noted({ urged: [...record.urged, act] })
    case 'supervision_proposed':
      return { ...kept, proposed: { cause: event.cause ?? 'unsolved', ground: event.ground } }
    case 'supervision_issued':
      return noted({ supervised: [...record.supervised, { ...act, no: event.no, ...proposed }] })
    case 'accountability_proposed':
      return { ...kept, accused: { cause: event.cause, ground: event.evidence } }
    case 'accountability_transferred':
      return noted({ transferred: [...record.transferred, { ...act, no: event.no, ...accused }] })
    case 'sent_back': {
      const { defect, note } = event
      return noted({ sentBack: [...record.sentBack, { ...act, defect, note }] })
    }
    case 'clue_handed_over':
      return noted({ cluesHandedOver: [...record.cluesHandedOver, { ...act, to: event.to }] })
    case 'praised':
      return noted({ praised: [...record.praised, { ...act, ground: event.ground }] })
    default:
      return kept
  }
}
