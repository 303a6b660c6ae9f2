import { doneWords, pressWords, sayQuiet, sayRefusal } from '../cards/wording.ts'
import { adviceLines } from '../cards/wording-advice.ts'
import type { CommandType } from '../src/domain/command.ts'
import type { Refusal } from '../src/domain/refusal.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Outcome } from '../src/execute.ts'
import type { Toast } from './feishu/webhook.ts'

/** A refusal warns, a second or late press is told calmly, and only what was done is a success. */
export function toastOf(outcome: Outcome, type: CommandType, now: Instant): Toast {
  switch (outcome.kind) {
    case 'done':
      return { type: 'success', content: doneWords[type] }
    case 'quiet':
      return { type: 'info', content: sayQuiet(outcome.quiet, now) }
    case 'refused':
      return refusedToast(outcome.refusal, now)
    case 'advised':
      return { type: 'info', content: adviceLines.toast }
    case 'repeat':
      return outcome.outcome.kind === 'done'
        ? { type: 'info', content: sayQuiet({ code: 'repeat' }, now) }
        : toastOf(outcome.outcome, type, now)
  }
}

export function refusedToast(refusal: Refusal, now: Instant): Toast {
  return { type: 'warning', content: sayRefusal(refusal, now) }
}

export const unknownAct: Toast = { type: 'info', content: pressWords.unknownAct }

export const stillWorking: Toast = { type: 'info', content: pressWords.slow }

export function writingNow(name: string): Toast {
  return { type: 'info', content: pressWords.formTaken(name) }
}

export function faultToast(reference: string): Toast {
  return { type: 'error', content: pressWords.fault(reference) }
}
