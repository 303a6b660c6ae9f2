import { adoptionProblem } from './adoption.ts'
import { answerPlaceProblem } from './answer-place.ts'
import type { PublicAnswer, SlipCommandOf } from './command.ts'
import { publishedProblem } from './decide-release.ts'
import { type Context, type Decision, done, refuse, type Stop } from './decision.ts'
import type { SlipEvent, SlipFact } from './event.ts'
import { owesPublicAnswer, reportOf, type Slip } from './slip.ts'

/** 登记首次回应 and 提交反馈: what the unit answered in public, and what it reports to the office. */

export function reportFirstResponse(
  command: SlipCommandOf<'report_first_response'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  return answerStop(command, slip, context) ?? done(firstResponse(command, fact))
}

export function submitFinal(
  command: SlipCommandOf<'submit_final'>,
  slip: Slip,
  fact: SlipFact,
  context: Context,
): Decision {
  const { answer } = command
  const untold = adoptionProblem(command.adoption ?? null, slip)
  if (untold) return refuse({ code: 'form_incomplete', problems: [untold] })
  const final: SlipEvent = { ...fact, type: 'final_submitted', ...reportOf(command) }
  if (!answer) return owesPublicAnswer(slip) ? refuse({ code: 'first_response_missing' }) : done(final)
  return answerStop(answer, slip, context) ?? done(firstResponse(answer, fact), final)
}

/** Whether the public answer may be entered: when it stood online, and where. */
function answerStop(answer: PublicAnswer, slip: Slip, { now }: Context): Stop | null {
  const place = answerPlaceProblem(answer, slip.brief)
  return (
    publishedProblem(answer.publishedAt, slip, now) ??
    (place && refuse({ code: 'form_incomplete', problems: [place] }))
  )
}

function firstResponse({ publishedAt, link, noLinkReason }: PublicAnswer, fact: SlipFact): SlipEvent {
  return { ...fact, type: 'first_response_reported', publishedAt, link, noLinkReason }
}
