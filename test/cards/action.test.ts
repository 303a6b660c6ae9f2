import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buttonValue,
  formActs,
  listActs,
  listValue,
  pressActs,
  readAction,
  readListButton,
  type Subject,
  submitName,
} from '../../cards/action.ts'

const id = fc.stringMatching(/^[a-z0-9]{6,32}(-[1-9][0-9]{0,2})?$/)
const rev = fc.nat({ max: 100_000 })
const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ matter: id, rev }),
  fc.record({ slip: id, rev }),
  fc.record({ slip: id, rev, n: fc.integer({ min: 1, max: 99 }) }),
)
const formAct = fc.constantFrom(...formActs)
const act = fc.constantFrom(...pressActs, ...formActs)
const nonce = fc.stringMatching(/^[A-Za-z0-9]{1,16}$/)

describe('what a button means', () => {
  it('comes back as it was put on the card, as an object and as a string', () => {
    fc.assert(
      fc.property(act, subject, (name, on) => {
        const value = buttonValue(name, on)
        const meant = { do: name, on, submit: false }
        expect(readAction({ value })).toEqual(meant)
        expect(readAction({ value: JSON.stringify(value) })).toEqual(meant)
      }),
    )
  })

  it('comes back from the name of a submit alone, with or without its value', () => {
    fc.assert(
      fc.property(formAct, subject, nonce, (name, on, once) => {
        const meant = { do: name, on, submit: true, nonce: once }
        const pressed = submitName(name, on, once)
        expect(readAction({ name: pressed })).toEqual(meant)
        expect(readAction({ name: pressed, value: buttonValue(name, on) })).toEqual(meant)
        expect(pressed.length).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('of a list says which page, and is never taken for an act on a slip', () => {
    for (const name of listActs) {
      const value = listValue({ do: name, page: 3 })
      for (const told of [value, JSON.stringify(value)]) {
        expect(readListButton({ value: told })).toEqual({ do: name, page: 3 })
        expect(readAction({ value: told })).toBeNull()
      }
      expect(readListButton({ value: { ...value, page: -1 } })).toBeNull()
      expect(readListButton({ value: { ...value, asker: 'ou_wang' } })).toBeNull()
    }
  })

  it('is read for ever as the first version wrote it', () => {
    expect(readAction({ value: { v: 1, do: 'sign_receipt', slip: 'k3x9a2b7-1', rev: 1 } })).toEqual({
      do: 'sign_receipt',
      on: { slip: 'k3x9a2b7-1', rev: 1 },
      submit: false,
    })
    expect(readAction({ name: 'v1__instruct__s__k3x9a2b7-1__7__2__Zk3' })).toEqual({
      do: 'instruct',
      on: { slip: 'k3x9a2b7-1', rev: 7, n: 2 },
      submit: true,
      nonce: 'Zk3',
    })
    expect(readAction({ name: 'v1__submit_draft__m__k3x9a2b7__1__0__r1' })).toEqual({
      do: 'submit_draft',
      on: { matter: 'k3x9a2b7', rev: 1 },
      submit: true,
      nonce: 'r1',
    })
  })

  it.each([
    ['nothing', {}],
    ['another app’s value', { value: { action: 'approve', id: 7 } }],
    ['a version we never wrote', { value: { v: 2, do: 'sign_receipt', slip: 'k3x9a2b7-1', rev: 1 } }],
    ['an act we do not know', { value: { v: 1, do: 'delete_all', slip: 'k3x9a2b7-1', rev: 1 } }],
    [
      'more than we put there',
      { value: { v: 1, do: 'sign_off', slip: 'k3x9a2b7-1', rev: 1, role: 'chief' } },
    ],
    [
      'a matter and a slip at once',
      { value: { v: 1, do: 'back', slip: 'k3x9a2b7-1', matter: 'k3x9a2b7', rev: 1 } },
    ],
    ['a negative revision', { value: { v: 1, do: 'sign_receipt', slip: 'k3x9a2b7-1', rev: -1 } }],
    ['an id with a path in it', { value: { v: 1, do: 'sign_receipt', slip: '../../etc', rev: 1 } }],
    ['broken JSON', { value: '{"v":1,' }],
    ['a number', { value: 12 }],
    ['a list', { value: [] }],
    ['the name of a plain press', { name: 'v1__sign_receipt__s__k3x9a2b7-1__1__0__r1' }],
    ['a name without its nonce', { name: 'v1__submit_final__s__k3x9a2b7-1__1__0__' }],
    ['an input’s name', { name: 'findings' }],
  ])('is nothing at all for %s', (_, pressed) => {
    expect(readAction(pressed)).toBeNull()
  })

  it('never throws, whatever a stranger sends', () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), fc.anything(), (name, value) => {
        expect(() => readAction({ name, value })).not.toThrow()
      }),
    )
  })
})
