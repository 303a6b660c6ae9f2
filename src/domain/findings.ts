import type { Advice } from './advice.ts'
import { officeOnly, unitOnly } from './authority.ts'
import { type Context, calm, refuse, type Stop } from './decision.ts'
import type { Directory } from './directory.ts'
import type { Dossier } from './dossier.ts'
import { type Account, type Difference, differencesIn } from './figures-compared.ts'
import { type FinalFeedback, isOpen, type Slip } from './slip.ts'
import { ended } from './slip-stops.ts'
import { MINUTE } from './time.ts'

/** 各单位口径: what the units of one matter found and did, for the lead to see before it answers for all. */

/** The card is redrawn as the units report, so asking again at once would only repeat it. */
const SHOWN_AGAIN = 30 * MINUTE

/** The lead's unit and the office may see all; of an internal matter everybody is shown it in private. */
export function showFindingsGate(slip: Slip, context: Context): Stop | null {
  const stop = officeOnly(slip.officeId, context) && unitOnly(slip, context)
  if (stop) return stop
  const over = ended(slip)
  if (over) return over
  if (slip.duty !== 'lead') return refuse({ code: 'not_found' })
  const { actor, now } = context
  const mine = actor.kind === 'person' ? actor.person.openId : null
  const last = (slip.findingsShown ?? []).findLast(
    ({ by }) => slip.brief.sensitivity === 'public' || (by !== 'system' && by.openId === mine),
  )
  return last && now - last.at < SHOWN_AGAIN ? calm({ code: 'shown_just_now', at: last.at }) : null
}

/** The units that still have, or had to the end, a part in the matter: the lead first. */
export function partnersIn({ slips }: Dossier): readonly Slip[] {
  const taking = slips.filter(({ withdrawn, voided }) => !withdrawn && !voided)
  return [...taking.filter(({ duty }) => duty === 'lead'), ...taking.filter(({ duty }) => duty !== 'lead')]
}

/** The report that stands: the latest one, unless it was sent back. */
export function standingReport(slip: Slip): FinalFeedback | null {
  const back = slip.sentBack.at(-1)
  return slip.final && !(back && back.at >= slip.final.at) ? slip.final : null
}

function accountOf(slip: Slip): readonly Account[] {
  const report = standingReport(slip)
  return report ? [{ of: slip.unitId, text: `${report.findings}\n${report.measures}` }] : []
}

/** 数字与日期对照 of what was reported, with what one unit is about to say in the place of its own report. */
export function differencesAmong(dossier: Dossier, saying: Account | null = null): readonly Difference[] {
  const reported = partnersIn(dossier).flatMap(accountOf)
  return differencesIn(saying ? [saying, ...reported.filter(({ of }) => of !== saying.of)] : reported)
}

/**
 * Who has not reported while the lead is about to answer for all. It stands above the form from the start: the lead need
 * not fill in anything to learn it, and its limit does not wait for the others.
 */
export function silentSupport(slip: Slip, dossier: Dossier, directory: Directory): Advice | null {
  if (slip.duty !== 'lead') return null
  const silent = partnersIn(dossier).filter(
    (one) => one.duty === 'support' && isOpen(one) && standingReport(one) === null,
  )
  const units = silent.map(({ unitId }) => directory.body(unitId)?.name ?? unitId)
  return units.length === 0 ? null : { code: 'support_silent', units }
}

/** Where what the lead is about to say, or what the others reported, differs in a figure. */
export function figuresAdvice(slip: Slip, dossier: Dossier, saying: string): Advice | null {
  if (slip.duty !== 'lead') return null
  const differ = differencesAmong(dossier, saying === '' ? null : { of: slip.unitId, text: saying })
  return differ.length === 0
    ? null
    : { code: 'figures_differ', measures: differ.map(({ measure }) => measure) }
}
