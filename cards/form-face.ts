import { owesAdoption } from '../src/domain/adoption.ts'
import { reworkTerm } from '../src/domain/decide-review.ts'
import { silentSupport } from '../src/domain/findings.ts'
import { owesPublicAnswer } from '../src/domain/slip.ts'
import type { About } from './about.ts'
import type { FormAct, Subject } from './action.ts'
import {
  clip,
  dateTime,
  type Element,
  form,
  input,
  note,
  select,
  strong,
  submitButton,
  text,
} from './elements.ts'
import { type Field, type FieldName, type FormValues, forms } from './forms.ts'
import { similarOf } from './intake-parts.ts'
import { prefilled } from './prefill.ts'
import type { FormFace, Scene } from './scene.ts'
import { isInternal } from './view.ts'
import { adviceLines, sayAdvice } from './wording-advice.ts'
import { choiceWord } from './wording-choices.ts'
import { fieldLabel, fieldPlaceholder, formTitles, labelNamed } from './wording-fields.ts'
import { sayProblem, sayQuiet, sayRefusal } from './wording-refusals.ts'
import { internalLines, troubleLines } from './wording-sentences.ts'
import { termWords } from './wording-times.ts'

/** A form nobody has written in yet; `turn` tells it from the one that stood in its place before. */
export function freshForm(act: FormAct, on: Subject, turn: number): FormFace {
  return { kind: 'form', act, on, nonce: `r${turn}`, values: {}, trouble: null }
}

/** The form of an act with what was typed or is known, and above it why it came back. */
export function formElements(
  face: FormFace,
  about: About,
  hidden: boolean,
  scene: Scene,
): readonly Element[] {
  const { act, on, nonce, trouble } = face
  const known = trouble ? {} : prefilled(act, about, hidden, scene, on)
  const values = { ...known, ...(hidden ? shownInGroup(act, face.values) : face.values) }
  return [
    // The issue form's card says in its header what it is.
    ...(isIssueForm(act) ? [] : [strong(formTitles[act])]),
    ...troubleElements(face, hidden, scene),
    ...beforehand(act, about, scene),
    // The text of a 批示 goes on in private, wherever it is written.
    ...(hidden && act !== 'instruct' && about.slip && isInternal(about.slip)
      ? [note(internalLines.form)]
      : []),
    ...(act === 'merge_matter' ? similarOf(scene) : []),
    form('form', [
      ...fieldsOf(act, about, values).flatMap((field) =>
        control(field, act, values, placeholderOf(field, act, about, scene)),
      ),
      submitButton(act, on, nonce),
    ]),
  ]
}

/** Only what the state needs: the public answer is not asked for again once it was reported, nor where none is owed. */
function fieldsOf(act: FormAct, { slip }: About, values: FormValues): readonly Field[] {
  if (act === 'submit_draft' && !wantsOrder(values)) return forms[act].filter(({ name }) => !isOfOrder(name))
  if (act === 'amend' && slip?.circle)
    return forms[act].filter(({ name }) => name !== 'link' && !isOfOrder(name))
  if (act !== 'submit_final') return forms[act]
  const suggestion = slip !== null && owesAdoption(slip)
  const left = suggestion ? [] : ['adoption', 'adoption_reason']
  const answered = slip !== null && !owesPublicAnswer(slip)
  const given = answered ? ['answer_link', 'answered_at', 'no_link_reason'] : []
  return forms.submit_final
    .filter(({ name }) => ![...left, ...given].includes(name))
    .map((field) => (field.name === 'adoption' ? { ...field, required: true } : field))
}

function isOfOrder(name: FieldName): boolean {
  return name === 'leader' || name === 'directive'
}

/** A 领导批示件 is asked for its 批示 once it is known to be one: by what the text suggests, or by what was chosen. */
function wantsOrder({ category, leader, directive }: FormValues): boolean {
  return category === 'N7' || leader !== undefined || directive !== undefined
}

/** Free text typed on a card of an internal matter is not shown to the group it stands in. */
function shownInGroup(act: FormAct, values: FormValues): FormValues {
  const open = forms[act].filter(({ kind }) => kind === 'choice' || kind === 'moment').map(({ name }) => name)
  return Object.fromEntries(Object.entries(values).filter(([name]) => open.some((one) => one === name)))
}

/** The form that is the card itself, while the matter is drafted. */
export function isIssueForm(act: FormAct): boolean {
  return act === 'submit_draft' || act === 'submit_whistle' || act === 'assign_urgently'
}

/** What the lead had better know before it answers for all. */
function beforehand(act: FormAct, { slip }: About, { dossier, directory }: Scene): readonly Element[] {
  const answering = act === 'submit_final' || act === 'report_first_response'
  const silent = answering && slip && dossier ? silentSupport(slip, dossier, directory) : null
  return silent ? [text(clip(sayAdvice(silent, act), 200))] : []
}

function troubleElements({ act, trouble }: FormFace, hidden: boolean, scene: Scene): readonly Element[] {
  if (!trouble) return []
  const kept = hidden ? internalLines.retype : troubleLines.kept
  const lines = [...troubleWords(act, trouble, hidden, scene), kept].join('\n')
  return [text(lines, trouble.kind === 'advice' ? 'normal' : 'warning')]
}

function troubleWords(
  act: FormAct,
  trouble: NonNullable<FormFace['trouble']>,
  hidden: boolean,
  scene: Scene,
): readonly string[] {
  switch (trouble.kind) {
    case 'problems':
      return [
        troubleLines.problems(trouble.problems.length),
        ...trouble.problems.map((one) =>
          // What was typed stands in this sentence.
          hidden && 'typed' in one
            ? internalLines.field(labelNamed(one.field, act))
            : clip(sayProblem(one, act), 200),
        ),
      ]
    case 'refusal':
      return [troubleLines.refusal, clip(sayRefusal(trouble.refusal, scene.now), 600)]
    case 'quiet':
      return [troubleLines.quiet, clip(sayQuiet(trouble.quiet, scene.now), 600)]
    case 'advice':
      return [
        adviceLines.top,
        ...trouble.advice.map((one) => clip(sayAdvice(one, act), 600)),
        adviceLines.again,
      ]
    case 'fault':
      return [troubleLines.fault(trouble.reference)]
  }
}

function control(field: Field, act: FormAct, values: FormValues, placeholder: string): readonly Element[] {
  const { name, required } = field
  const common = {
    name,
    required,
    label: fieldLabel(name, act),
    placeholder,
    value: values[name],
  }
  switch (field.kind) {
    case 'line':
    case 'text':
      return [input({ ...common, max: field.max, rows: field.kind === 'text' ? field.rows : null })]
    case 'choice':
      return select({
        ...common,
        options: field.options.map((value) => ({ value, word: choiceWord(value) })),
      })
    case 'moment':
      return dateTime(common)
  }
}

/** A limit left empty takes the policy's, so the placeholder says which that would be. */
function placeholderOf(field: Field, act: FormAct, { slip }: About, { calendar, policy }: Scene): string {
  if (field.name === 'term' && slip) {
    if (act === 'send_back') return `选填，不填为${termWords(reworkTerm(slip, calendar))}`
    if (act === 'instruct')
      return `选填，例：11月27日，批示中也未写的为${termWords(slip.policy.directiveTerm ?? policy.directiveTerm)}`
    if (act === 'issue_supervision') return `选填，不填为${termWords(slip.policy.supervisionTerm)}`
  }
  return fieldPlaceholder(field, act)
}
