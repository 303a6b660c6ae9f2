import type { Answer } from '../src/domain/card-ref.ts'
import { commandNamed, commandNames, commandWords } from './commands.ts'
import { clip, type Element, note, panel, strong, text } from './elements.ts'
import { answerLines } from './wording-answers.ts'
import { briefUsage, helpLines, seatHelp } from './wording-help.ts'
import { listLines } from './wording-lists.ts'

/** What somebody in many seats is shown of commands; the others are named below. */
const MOST_SHOWN = 8

/** 使用说明: first what the asker does here, then the names of everything else; or the usage of one command. */
export function helpOf({
  unknown,
  forBody,
  seats = [],
  about,
}: Answer & { say: 'help' }): readonly Element[] {
  const named = about === undefined ? undefined : commandNamed(about)
  if (named) return usageOf(named)
  const shown = [...new Set(seats.flatMap((seat) => seatHelp[seat].types))].slice(0, MOST_SHOWN)
  const lines = shown.flatMap((name) => briefUsage[name] ?? [])
  const others = commandNames.filter((name) => !shown.includes(name))
  const acts = seats.map((seat) => seatHelp[seat].cards)
  return [
    ...(unknown === null ? [] : [text(answerLines.unknown(clip(unknown, 40)))]),
    ...(forBody ? [] : [text(answerLines.notBound)]),
    ...(seats.length === 0
      ? [text(helpLines.all(commandNames))]
      : [
          strong(helpLines.seats(seats.map((seat) => seatHelp[seat].word))),
          text([...acts, ...lines].join('\n')),
          text(helpLines.others(others)),
        ]),
    note(helpLines.more),
    ...(seats.length === 0 || seats.includes('handler')
      ? [panel(answerLines.howTo, [text(answerLines.howToLines.join('\n'))])]
      : []),
  ]
}

function usageOf(name: (typeof commandNames)[number]): readonly Element[] {
  const { usage, summary, aliases } = commandWords[name]
  const lists = name === '查' || name === '待办' || name === '台账'
  return [
    text(`${usage}\n　${summary}`),
    ...(lists ? [text(listLines.typeable)] : []),
    ...(aliases.length > 0 ? [note(helpLines.alsoWritten(aliases))] : []),
  ]
}
