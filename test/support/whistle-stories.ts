import type { WhistleDraft } from '../../src/domain/command.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { freshOffice, type Setting, type Story } from './builders.ts'
import { MONDAY_0900, 周建国, 林晓燕, 王立 } from './people.ts'
import { registerWhistle, submitWhistle } from './whistle-wishes.ts'
import { acceptFeedback, approveIssue, signReceipt, submitFinal } from './wishes.ts'

export interface WhistleSetting extends Pick<Setting, 'policy'> {
  readonly whistle?: Partial<WhistleDraft>
}

/** 林晓燕 has the empty form before her; nobody else knows of it. */
export function draftingWhistle({ policy }: WhistleSetting = {}): Story {
  return freshOffice(policy).after(registerWhistle(), 林晓燕, MONDAY_0900 - 2 * MINUTE)
}

export function whistleAwaitingApproval(setting: WhistleSetting = {}): Story {
  return draftingWhistle(setting).after(submitWhistle(setting.whistle), 林晓燕)
}

/** 周建国 issued it to 王立 and 刘国强 of 市水务集团, on Monday at nine. */
export function issuedWhistle(setting: WhistleSetting = {}): Story {
  return whistleAwaitingApproval(setting).after(approveIssue(), 周建国)
}

export function signedWhistle(setting: WhistleSetting = {}): Story {
  return issuedWhistle(setting).after(signReceipt(), 王立)
}

export function whistleUnderReview(setting: WhistleSetting = {}): Story {
  return signedWhistle(setting).after(submitFinal({ answer: null }), 王立)
}

export function closedWhistle(setting: WhistleSetting = {}): Story {
  return whistleUnderReview(setting).after(acceptFeedback(), 周建国)
}
