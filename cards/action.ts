import { z } from 'zod'

/**
 * What a button means. The value travels through Feishu and comes back weeks later, so it is a stored format:
 * versioned, every version readable for ever, and only here. It names things and never grants rights.
 */

/** Acts done by one press. */
export const pressActs = [
  'start_draft',
  'approve_issue',
  'issue_formal',
  'end_monitoring',
  'sign_receipt',
  'show_findings',
  'request_signoff',
  'sign_off',
  'accept_feedback',
  'acknowledge',
  'acknowledge_file',
  'receive_clue',
  'grant_extension',
  'grant_deferral',
  'accept_watch',
  'confirm_attendance',
  'dissolve_group',
  'back',
] as const
export type PressAct = (typeof pressActs)[number]

/** Acts that need a form: the button opens it in place, its submit does the act. */
export const formActs = [
  'submit_draft',
  'return_draft',
  'withdraw_draft',
  'assign_urgently',
  'submit_formal',
  'return_formal',
  'record_release',
  'waive_conference',
  'hand_over_clue',
  'decline_matter',
  'merge_matter',
  'start_monitoring',
  'log_monitoring',
  'report_first_response',
  'report_progress',
  'submit_final',
  'send_back',
  'withdraw_slip',
  'issue_supervision',
  'decline_supervision',
  'propose_supervision',
  'propose_accountability',
  'transfer',
  'decline_transfer',
  'instruct',
  'answer_directive',
  'request_extension',
  'refuse_extension',
  'contest',
  'reassign',
  'refuse_contest',
  'request_deferral',
  'refuse_deferral',
  'amend',
  'submit_whistle',
  'replace_confidant',
  'file_watch',
  'extend_watch',
  'lift_watch',
  'convene_conference',
  'record_minutes',
  'decide_at_conference',
] as const
export type FormAct = (typeof formActs)[number]

export type ActName = PressAct | FormAct

/** What the act is about. `rev` is the revision that was on the card: the slip's, or the draft's for a matter. */
export type Subject =
  /** `n` counts the paper the button is about: the notice, the directive, the request, the conference. */
  | { readonly matter: string; readonly rev: number; readonly n?: number }
  | { readonly slip: string; readonly rev: number; readonly n?: number }

export type Action =
  | { readonly do: ActName; readonly on: Subject; readonly submit: false }
  | { readonly do: FormAct; readonly on: Subject; readonly submit: true; readonly nonce: string }

const id = z.string().regex(/^[a-z0-9]{6,32}(-\d{1,3})?$/)
const count = z.number().int().nonnegative()

const valueV1 = z.union([
  z.strictObject({
    v: z.literal(1),
    do: z.enum([...pressActs, ...formActs]),
    matter: id,
    rev: count,
    n: count.optional(),
  }),
  z.strictObject({
    v: z.literal(1),
    do: z.enum([...pressActs, ...formActs]),
    slip: id,
    rev: count,
    n: count.optional(),
  }),
])

export type ButtonValue = z.infer<typeof valueV1>

/** Buttons of a list. What it lists stands with the posted card; the button only says which page. */
export const listActs = ['turn_page', 'export_list'] as const
export type ListAct = (typeof listActs)[number]

const listValueV1 = z.strictObject({ v: z.literal(1), do: z.enum(listActs), page: count })

export type ListButton = Omit<z.infer<typeof listValueV1>, 'v'>

export function listValue(pressed: ListButton): z.infer<typeof listValueV1> {
  return { v: 1, ...pressed }
}

export function readListButton({ value }: { value?: unknown }): ListButton | null {
  const parsed = listValueV1.safeParse(typeof value === 'string' ? jsonOrNull(value) : value)
  return parsed.success ? { do: parsed.data.do, page: parsed.data.page } : null
}

export function buttonValue(act: ActName, on: Subject): ButtonValue {
  return { v: 1, do: act, ...on }
}

/** A submit often arrives without its value, so the name alone must carry everything (facts of form callbacks). */
export function submitName(act: FormAct, on: Subject, nonce: string): string {
  const [kind, subject] = 'matter' in on ? ['m', on.matter] : ['s', on.slip]
  return ['v1', act, kind, subject, on.rev, on.n ?? 0, nonce].join('__')
}

const NAME_V1 = /^v1__([a-z_]+?)__([ms])__([a-z0-9-]+)__(\d+)__(\d+)__([A-Za-z0-9]+)$/

/** Null for anything this system never put on a card. */
export function readAction(pressed: { name?: string | undefined; value?: unknown }): Action | null {
  return (pressed.name === undefined ? null : readSubmitName(pressed.name)) ?? readValue(pressed.value)
}

function readSubmitName(name: string): Action | null {
  const [, act, kind, subject, rev, n, nonce] = NAME_V1.exec(name) ?? []
  const known = formActs.find((one) => one === act)
  if (!known || !id.safeParse(subject).success || subject === undefined || nonce === undefined) return null
  const seen = { rev: Number(rev), ...(n === '0' ? {} : { n: Number(n) }) }
  const on: Subject = kind === 'm' ? { matter: subject, ...seen } : { slip: subject, ...seen }
  return { do: known, on, submit: true, nonce }
}

function readValue(value: unknown): Action | null {
  const parsed = valueV1.safeParse(typeof value === 'string' ? jsonOrNull(value) : value)
  if (!parsed.success) return null
  const { do: act, rev, n } = parsed.data
  const seen = { rev, ...(n === undefined ? {} : { n }) }
  const on: Subject =
    'matter' in parsed.data ? { matter: parsed.data.matter, ...seen } : { slip: parsed.data.slip, ...seen }
  return { do: act, on, submit: false }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
