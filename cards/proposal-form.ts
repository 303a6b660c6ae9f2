import type { CardRef } from '../src/domain/card-ref.ts'
import { nameOf } from '../src/domain/decision.ts'
import { type Act, isOpen, type Slip } from '../src/domain/slip.ts'
import { text } from './elements.ts'
import { formElements, freshForm } from './form-face.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { factOf, titleUnless } from './slip-parts.ts'
import { colourOf, noOf, onSlip, outsideOffice, slipTags, stateWord } from './view.ts'
import { proposalFormLines } from './wording-accountability.ts'

type ProposalForm = CardRef & { readonly kind: 'proposal_form' }

/** The form by which 督办 or 问责 is proposed, asked for in chat; afterwards who proposed it. */
export function proposalFormSheet(slip: Slip, { of, n }: ProposalForm, given: Scene): Sheet {
  // The office proposes 督办 in its own group, the supervision office 问责 in its.
  const scene = of === 'supervision' ? given : outsideOffice(slip, given)
  const { now } = scene
  const word = proposalFormLines.word[of]
  const made = madeAs(slip, of, n)
  const live = made === null && mayStill(slip, of)
  const state = live ? word : made ? `已${word}` : stateWord(slip)
  const act = of === 'supervision' ? 'propose_supervision' : 'propose_accountability'
  const fact = factOf(slip, scene, scene.redacted)
  return {
    header: {
      title: `${noOf(slip)} · ${state}`,
      subtitle: titleUnless(scene.redacted, slip),
      colour: colourOf(slip.brief.level, live),
      tags: slipTags(slip, scene),
    },
    summary: `${noOf(slip)}（${state}）${titleUnless(scene.redacted, slip)}`,
    fact,
    about: { matter: null, slip },
    hidden: scene.redacted,
    body: live
      ? [
          text(`${fact}\n${proposalFormLines.fill[of]}`),
          ...formElements(freshForm(act, onSlip(slip, n), n), { matter: null, slip }, scene.redacted, scene),
        ]
      : [
          text(
            made ? proposalFormLines.done(nameOf(made.by), word, made.at, now) : stateWord(slip),
            'heading',
          ),
          text(fact),
        ],
  }
}

/** The proposal that was made by this form, or by another one meanwhile. */
function madeAs(slip: Slip, of: ProposalForm['of'], n: number): Act | null {
  const made = of === 'supervision' ? slip.supervisions[n - 1] : slip.accountabilities[n - 1]
  return made?.proposed ?? null
}

function mayStill(slip: Slip, of: ProposalForm['of']): boolean {
  return of === 'supervision' ? isOpen(slip) : !slip.withdrawn && !slip.voided
}
