import type { AnswerForm } from '../src/domain/dictionary.ts'
import { resolutionKindWords } from './wording-conference.ts'
import {
  answerFormWords,
  categoryWords,
  causeWords,
  declineGroundWords,
  defectWords,
  levelWords,
  outcomeWords,
  requestTypeWords,
  sensitivityWords,
} from './wording-dictionary.ts'
import { adoptionWords } from './wording-findings.ts'
import { releaseKindWords } from './wording-urgent.ts'
import { watchKindWords } from './wording-watch.ts'

const choiceWords: Readonly<Record<string, string>> = {
  ...levelWords,
  ...categoryWords,
  ...requestTypeWords,
  ...declineGroundWords,
  ...(answerFormWords satisfies Record<AnswerForm, string>),
  ...sensitivityWords,
  ...outcomeWords,
  ...adoptionWords,
  ...defectWords,
  ...causeWords,
  ...resolutionKindWords,
  ...watchKindWords,
  ...releaseKindWords,
}

/** The word of an option of any choice field. */
export function choiceWord(option: string): string {
  return choiceWords[option] ?? option
}
