import type { Action } from '../cards/action.ts'
import type { CardRef } from '../src/domain/card-ref.ts'

/**
 * The card a button belongs to when the message it was pressed on is not known yet: the press can be faster than the
 * answer to our own sending. Null where several cards carry the button; then the answer is a line only.
 */
export function homeOf({ do: name, on }: Action): CardRef | null {
  if (name === 'back') return null
  if ('matter' in on) {
    if (name === 'submit_draft' || name === 'submit_whistle' || name === 'withdraw_draft')
      return { kind: 'issue_form', matterId: on.matter }
    if (name === 'assign_urgently') return { kind: 'urgent', matterId: on.matter }
    if (name === 'issue_formal' || name === 'return_formal')
      return { kind: 'formal_approval', matterId: on.matter, n: on.rev }
    if (name === 'approve_issue' || name === 'return_draft')
      return { kind: 'approval', matterId: on.matter, draftRev: on.rev }
    return null
  }
  switch (name) {
    case 'sign_receipt':
    case 'submit_final':
    case 'report_first_response':
    case 'report_progress':
    case 'request_signoff':
      return { kind: 'slip', slipId: on.slip }
    default:
      return null
  }
}
