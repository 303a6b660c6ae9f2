import type { Answer } from '../src/domain/card-ref.ts'
import { aboutNothing } from './about.ts'
import { type Colour, clip, type Element, text } from './elements.ts'
import { helpOf } from './help.ts'
import { askedElements } from './list.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { answerLines, cardWord } from './wording-answers.ts'
import { attachmentLines } from './wording-attachments.ts'
import { auditLines } from './wording-audit.ts'
import { arrangementLines, holidayLines } from './wording-holidays.ts'
import { tableLines } from './wording-lists.ts'
import { sayQuiet, sayRefusal } from './wording-refusals.ts'
import { derivationLines, moment } from './wording-times.ts'
import { whistleLines } from './wording-whistle.ts'

interface Said {
  readonly title: string
  readonly colour: Colour
  readonly body: readonly Element[]
}

/** A short answer to a command. */
export function answerSheet(answer: Answer, scene: Scene): Sheet {
  const { title, colour, body } = said(answer, scene)
  return {
    header: { title, subtitle: '', colour, tags: [] },
    summary: title,
    fact: title,
    about: aboutNothing,
    hidden: false,
    body,
  }
}

function said(answer: Answer, scene: Scene): Said {
  const { now } = scene
  const good = (title: string, ...lines: string[]): Said => ({
    title,
    colour: 'green',
    body: lines.map((l) => text(l)),
  })
  const calm = (title: string, ...lines: string[]): Said => ({
    title,
    colour: 'grey',
    body: lines.map((l) => text(l)),
  })
  switch (answer.say) {
    case 'help':
      return { title: answerLines.help, colour: 'blue', body: helpOf(answer) }
    case 'refusal':
      return {
        title: answerLines.refused,
        colour: 'orange',
        body: [text(clip(sayRefusal(answer.refusal, now), 800))],
      }
    case 'quiet':
      return calm(answerLines.already, sayQuiet(answer.quiet, now))
    case 'fault':
      return {
        title: answerLines.fault,
        colour: 'orange',
        body: [text(answerLines.faultTold(answer.reference))],
      }
    case 'reminded':
      return good(answerLines.reminded, answerLines.remindedTold(answer.no))
    case 'supervision_proposed':
      return good(answerLines.proposed, answerLines.proposedTold(answer.no))
    case 'praised':
      return good(answerLines.praised, answerLines.praisedTold(answer.no))
    case 'table_coming':
      return {
        title: tableLines.title,
        colour: 'grey',
        body: [
          ...askedElements(answer.list, scene),
          text(answer.here ? tableLines.comingHere : tableLines.comingPrivately),
        ],
      }
    case 'table_cut':
      return calm(tableLines.title, tableLines.cut(answer.total, answer.most))
    case 'table_empty':
      return calm(tableLines.title, tableLines.none)
    case 'attached':
      return good(
        attachmentLines.got,
        answer.to === 'slip' ? attachmentLines.gotOf(answer.no) : attachmentLines.gotOfMatter(answer.no),
      )
    case 'attachments_sent':
      return calm(attachmentLines.sent, attachmentLines.sentOf(answer.no))
    case 'registered':
      return good(answerLines.registered, answerLines.registeredTold(answer.ref))
    case 'monitored':
      return good(answerLines.monitored, answerLines.monitoredTold(answer.no))
    case 'recalled':
      return calm(whistleLines.recalled, whistleLines.recalledTold)
    case 'bound':
      return good(answerLines.bound, answerLines.boundTold(answer.body))
    case 'deadline':
      return {
        title: answerLines.deadline,
        colour: 'blue',
        body: [
          text(answerLines.deadlineTold(clip(answer.text, 60), moment(answer.at, now)), 'heading'),
          text(derivationLines(answer.steps, now).join('\n')),
        ],
      }
    case 'holidays': {
      const { known, missing, entered } = answer
      const lines = entered.flatMap((one) => arrangementLines(one, now))
      return {
        title: holidayLines.title,
        colour: missing.length > 0 ? 'orange' : 'blue',
        body: [
          ...(known.length > 0 ? [text(holidayLines.known(known))] : []),
          ...missing.map((year) => text(holidayLines.missing(year))),
          text(lines.length > 0 ? lines.join('\n') : holidayLines.none),
        ],
      }
    }
    case 'holidays_entered': {
      const { arrangement } = answer
      return {
        title: holidayLines.entered,
        colour: 'orange',
        body: [
          text(holidayLines.enteredTold(arrangement.year), 'heading'),
          text(arrangementLines(arrangement, now).join('\n')),
          text(holidayLines.confirm),
        ],
      }
    }
    case 'holidays_adopted': {
      const { arrangement } = answer
      return good(
        holidayLines.adopted,
        holidayLines.adoptedTold(arrangement.year),
        arrangementLines(arrangement, now).join('\n'),
      )
    }
    case 'audit':
      return {
        title: auditLines.title,
        colour: 'red',
        body: [
          text(auditLines.told(answer.all), 'heading'),
          text(answer.gaps.map((gap) => auditLines.gap(gap, now)).join('\n')),
          text(auditLines.next),
        ],
      }
    case 'holidays_missing':
      return {
        title: holidayLines.missingTitle,
        colour: 'orange',
        body: [text(holidayLines.missing(answer.year))],
      }
    case 'undelivered': {
      const why = answerLines.undeliveredWhy(answer.code)
      const told = answerLines.undeliveredTold(answer.where, cardWord(answer.card), answer.no, why)
      return { title: answerLines.undelivered, colour: 'red', body: [text(told)] }
    }
  }
}
