import type { FormAct } from '../../cards/action.ts'
import { type FieldName, type FormValues, forms } from '../../cards/forms.ts'
import type { Attachment } from '../../src/domain/attachment.ts'
import type { Conference } from '../../src/domain/conference.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { PhoneRecord } from '../../src/domain/emergency.ts'
import type { Draft, Matter } from '../../src/domain/matter.ts'
import type { Act, Slip } from '../../src/domain/slip.ts'
import type { Watch } from '../../src/domain/watch.ts'
import { 住建局 } from '../support/people.ts'
import type { Sample } from './drawings.ts'

/** A text of so many characters; a rare character or an emoji takes four bytes, a quotation mark too once escaped. */
export function full(max: number, sign = '𠮷'): string {
  return [...sign.repeat(max)].slice(0, max).join('')
}

/** A link of that length that a browser would take. */
export function fullLink(max: number): string {
  const start = 'https://example.cn/'
  return start + full(max - start.length, '页')
}

/** Every field of the form filled to its maximum. */
export function fullValues(act: FormAct, sign = '𠮷'): FormValues {
  const values: Partial<Record<FieldName, string>> = {}
  for (const field of forms[act]) {
    if (field.kind === 'choice') values[field.name] = field.options[0] ?? ''
    else if (field.kind === 'moment') values[field.name] = '2026-11-23 18:05 +0800'
    else values[field.name] = full(field.max, sign)
  }
  return values
}

function max(act: FormAct, name: FieldName): number {
  const field = forms[act].find((one) => one.name === name)
  if (!field || !('max' in field)) throw new Error(`no text field ${name} in ${act}`)
  return field.max
}

export function fullDraft(sign?: string): Partial<Draft> {
  return {
    title: full(max('submit_draft', 'title'), sign),
    summary: full(max('submit_draft', 'summary'), sign),
    platform: full(max('submit_draft', 'platform'), sign),
    link: fullLink(max('submit_draft', 'link')),
    demand: full(max('submit_draft', 'demand'), sign),
    order: {
      leader: full(max('submit_draft', 'leader'), sign),
      openId: null,
      text: full(max('submit_draft', 'directive'), sign),
    },
    support: [住建局.id],
  }
}

const lengthy = (act: Act, count: number) => Array.from({ length: count }, () => act)

/** As many as the policy allows, each with the longest name. */
function lengthyFiles(act: Act, sign?: string): readonly Attachment[] {
  return lengthy(act, 20).map((one) => ({
    ...one,
    id: 'file',
    name: `${full(120, sign)}.docx`,
    kind: 'docx',
    bytes: 20_000_000,
    sha256: 'f'.repeat(64),
  }))
}

/** The slip after a year of everything: each text at its maximum, each list far longer than any card has room for. */
export function crowd(slip: Slip, sign?: string): Slip {
  const { issued } = slip
  const text = (act: FormAct, name: FieldName) => full(max(act, name), sign)
  return {
    ...slip,
    attachments: slip.attachments.length === 0 ? [] : lengthyFiles(issued, sign),
    progress: lengthy(issued, 60).map((act) => ({ ...act, text: text('report_progress', 'progress') })),
    firstResponse: slip.firstResponse && {
      ...slip.firstResponse,
      link: fullLink(max('submit_final', 'answer_link')),
      noLinkReason: text('submit_final', 'no_link_reason'),
    },
    final: slip.final && {
      ...slip.final,
      findings: text('submit_final', 'findings'),
      measures: text('submit_final', 'measures'),
      nextSteps: text('submit_final', 'next_steps'),
    },
    sentBack: slip.sentBack.map((back) => ({ ...back, note: text('send_back', 'note') })),
    withdrawn: slip.withdrawn && { ...slip.withdrawn, reason: text('withdraw_slip', 'reason') },
    supervisions: slip.supervisions.map((one) => ({
      ...one,
      proposed: { ...one.proposed, ground: text('issue_supervision', 'demand') },
      ruling:
        one.ruling?.kind === 'issued'
          ? { ...one.ruling, demand: text('issue_supervision', 'demand') }
          : one.ruling && { ...one.ruling, reason: text('decline_supervision', 'reason') },
    })),
    notices: slip.notices.map((notice) => ({ ...notice, acknowledged: lengthy(issued, 80) })),
    directives: slip.directives.flatMap((one) =>
      lengthy(issued, 40).map((act, index) => ({
        ...one,
        n: index + 1,
        text: text('instruct', 'directive'),
        answer: one.answer && { ...act, text: text('answer_directive', 'directive_answer') },
      })),
    ),
    ...crowdAsks(slip, text),
    ...crowdAccountability(slip, text),
    phone: slip.phone && crowdPhone(slip.phone, sign),
    releases: slip.releases.flatMap((one) =>
      lengthy(issued, 30).map((act) => ({
        ...one,
        ...act,
        what: text('record_release', 'release_what'),
        where: text('record_release', 'release_where'),
        link: fullLink(max('record_release', 'answer_link')),
        noLinkReason: text('record_release', 'no_link_reason'),
      })),
    ),
    clues: slip.clues.flatMap((one) =>
      lengthy(issued, 3).map((act) => ({
        ...one,
        ...act,
        what: text('hand_over_clue', 'clue'),
        link: fullLink(max('hand_over_clue', 'link')),
        evidence: text('hand_over_clue', 'evidence'),
      })),
    ),
    conferenceWaived: slip.conferenceWaived && {
      ...slip.conferenceWaived,
      reason: text('waive_conference', 'reason'),
    },
    amendments: slip.amendments.map((one) => ({
      ...one,
      reason: text('amend', 'reason'),
      changes: (['title', 'summary', 'link', 'demand'] as const).map((field) => ({
        field,
        from: text('amend', field),
        to: text('amend', field),
      })),
    })),
    rungs: Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [`feedback.urge.${(n % 2) + 1}@${n}`, issued.at + n * 3_600_000]),
    ),
  }
}

function crowdAccountability(
  { accountabilities, praises, issued }: Slip,
  text: (act: FormAct, name: FieldName) => string,
): Pick<Slip, 'accountabilities' | 'praises'> {
  return {
    accountabilities: accountabilities.map((one) => ({
      ...one,
      proposed: {
        ...one.proposed,
        evidence: text('propose_accountability', 'evidence'),
        consequence: text('propose_accountability', 'consequence'),
      },
      ruling:
        one.ruling?.kind === 'transferred'
          ? {
              ...one.ruling,
              consequence: text('transfer', 'consequence'),
              suggestion: text('transfer', 'suggestion'),
            }
          : one.ruling && { ...one.ruling, reason: text('decline_transfer', 'reason') },
      read: one.read.length === 0 ? [] : lengthy(issued, 40),
    })),
    praises: praises.map((one) => ({ ...one, ground: text('propose_supervision', 'evidence') })),
  }
}

function crowdPhone(phone: PhoneRecord, sign?: string): PhoneRecord {
  const text = (name: FieldName) => full(max('assign_urgently', name), sign)
  return {
    ...phone,
    call: {
      ...phone.call,
      callee: text('callee'),
      said: text('said'),
      reported: text('reported'),
      contact: text('contact'),
    },
  }
}

function crowdMatter({ phone, formal, monitoring }: Matter, sign?: string) {
  const reason = full(max('return_formal', 'reason'), sign)
  return {
    phone: phone && crowdPhone(phone, sign),
    formal: formal && { ...formal, returned: formal.returned && { ...formal.returned, reason } },
    monitoring: monitoring && {
      ...monitoring,
      entries: monitoring.entries.flatMap((one) =>
        lengthy(one, 60).map((act) => ({
          ...act,
          text: full(max('log_monitoring', 'observed'), sign),
          figures: full(max('log_monitoring', 'figures'), sign),
        })),
      ),
    },
  } satisfies Partial<Matter>
}

function crowdAsks(
  { extensions, contests, deferrals }: Slip,
  text: (act: FormAct, name: FieldName) => string,
): Pick<Slip, 'extensions' | 'contests' | 'deferrals'> {
  const refused = <R extends { readonly kind: string } | null>(ruling: R, act: FormAct): R =>
    ruling?.kind === 'refused' ? { ...ruling, reason: text(act, 'reason') } : ruling
  return {
    extensions: extensions.map((one) => ({
      ...one,
      asked: {
        ...one.asked,
        reason: text('request_extension', 'reason'),
        progress: text('request_extension', 'progress'),
      },
      ruling: refused(one.ruling, 'refuse_extension'),
    })),
    contests: contests.map((one) => ({
      ...one,
      asked: { ...one.asked, reason: text('contest', 'reason'), basis: text('contest', 'basis') },
      ruling: refused(one.ruling, 'refuse_contest'),
    })),
    deferrals: deferrals.map((one) => ({
      ...one,
      asked: {
        ...one.asked,
        reason: text('request_deferral', 'reason'),
        progress: text('request_deferral', 'progress'),
      },
      ruling: refused(one.ruling, 'refuse_deferral'),
    })),
  }
}

/** The sample with every text and list of its dossier at the worst. */
export function crowded(one: Sample, sign?: string): Sample {
  const { dossier } = one.scene
  const { face } = one
  return {
    ...one,
    scene: { ...one.scene, dossier: dossier && crowdDossier(dossier, sign), list: crowdList(one, sign) },
    face: face.kind === 'form' ? { ...face, values: fullValues(face.act, sign) } : face,
  }
}

function crowdDossier(dossier: Dossier, sign?: string): Dossier {
  const { matter } = dossier
  const reason = full(max('return_draft', 'reason'), sign)
  return {
    matter: {
      ...matter,
      seed: {
        ...matter.seed,
        title: full(60, sign),
        summary: full(800, sign),
        platform: full(30, sign),
        link: fullLink(500),
      },
      returned: matter.returned.map((one) => ({ ...one, reason })),
      withdrawn: matter.withdrawn && { ...matter.withdrawn, reason },
      ...(matter.watch ? { watch: crowdWatch(matter.watch, matter, sign) } : {}),
      ...(matter.conferences
        ? { conferences: matter.conferences.map((one) => crowdConference(one, matter, sign)) }
        : {}),
      ...crowdMatter(matter, sign),
    },
    slips: dossier.slips.map((slip) => crowd(slip, sign)),
  }
}

function crowdWatch(watch: Watch, { registered }: Matter, sign?: string): Watch {
  const reason = full(max('extend_watch', 'reason'), sign)
  return {
    ...watch,
    about: watch.about && {
      ...watch.about,
      subject: full(max('file_watch', 'subject'), sign),
      risks: full(max('file_watch', 'risks'), sign),
      preparation: full(max('file_watch', 'preparation'), sign),
      watchers: Array.from({ length: 20 }, () => watch.about?.watchers[0] ?? ''),
    },
    extensions: watch.extensions.flatMap(({ until }) =>
      lengthy(registered, 30).map((act) => ({ ...act, until, reason })),
    ),
    lifted: watch.lifted && { ...watch.lifted, reason },
  }
}

/** Twenty bodies that all answered, and far more decisions than one card has room for. */
function crowdConference(one: Conference, { registered }: Matter, sign?: string): Conference {
  const told = (name: FieldName) => full(max('convene_conference', name), sign)
  const members = Array.from({ length: 20 }, () => one.members[0] ?? '')
  return {
    ...one,
    subject: told('subject'),
    place: told('place'),
    agenda: told('agenda'),
    materials: told('materials'),
    group: one.group && { ...one.group, purpose: told('group_purpose'), keeper: told('group_keeper') },
    members,
    receipts: one.receipts.flatMap((receipt) => members.map(() => receipt)),
    minutes: one.minutes && {
      ...one.minutes,
      host: full(max('record_minutes', 'host'), sign),
      present: full(max('record_minutes', 'present'), sign),
      text: full(max('record_minutes', 'minutes'), sign),
    },
    resolutions: one.resolutions.flatMap((resolution) =>
      lengthy(registered, 30).map(() => ({
        ...resolution,
        task: full(max('decide_at_conference', 'task'), sign),
      })),
    ),
  }
}

function crowdList({ scene }: Sample, sign?: string): Sample['scene']['list'] {
  const [slip] = scene.list?.slips ?? []
  return scene.list && slip
    ? {
        ...scene.list,
        slips: Array.from({ length: 100 }, () => crowd(slip, sign)),
        total: 5000,
        page: 1,
        pages: 500,
      }
    : scene.list
}
