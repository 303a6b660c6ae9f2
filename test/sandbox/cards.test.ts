import { describe, expect, it } from 'vitest'
import { validateCard } from './cards/validate.ts'
import { ApiRefusal } from './platform/refuse.ts'
import { cardWith } from './support.ts'

type Json = { [key: string]: unknown }

const everything = { userExists: () => true, imageExists: () => true }
const nothing = { userExists: () => false, imageExists: () => false }

function refusalOf(card: Json, known = everything): string {
  try {
    validateCard(card, known)
  } catch (error) {
    if (error instanceof ApiRefusal) return `${error.rule} | ${error.message}`
    throw error
  }
  return 'accepted'
}

const markdown = (content: string, more: Json = {}): Json => ({ tag: 'markdown', content, ...more })
const plain = (content: string): Json => ({ tag: 'plain_text', content })
const submit = (name = 'submit_1'): Json => ({
  tag: 'button',
  text: plain('提交反馈'),
  form_action_type: 'submit',
  name,
})
const input = (name: string, more: Json = {}): Json => ({
  tag: 'input',
  name,
  label: plain('办理情况'),
  ...more,
})
const form = (...elements: Json[]): Json => ({ tag: 'form', name: 'feedback_form', elements })

describe('cards the server was seen to refuse', () => {
  const path = 'ROOT -> body -> elements -> [0]'
  const recorded: [string, Json, string, string][] = [
    ['elements beside the body', { schema: '2.0', elements: [] }, 'C1', 'property: elements, path: []'],
    [
      'an action row',
      cardWith({ tag: 'action', actions: [] }),
      'C5',
      `ErrCode: 200861; ErrPath: ${path}(tag: action)`,
    ],
    ['a note', cardWith({ tag: 'note' }), 'C5', 'unsupported tag note'],
    ['an invented tag', cardWith({ tag: 'checkbox' }), 'C6', 'not support tag: checkbox'],
    [
      'text_color on markdown',
      cardWith(markdown('好', { text_color: 'grey' })),
      'C3',
      `text_color, path: ${path}`,
    ],
    [
      'text_weight on plain text',
      cardWith({ tag: 'div', text: { ...plain('好'), text_weight: 'bold' } }),
      'C3',
      `property: text_weight, path: ${path}(tag: div) -> text(tag: plain_text)`,
    ],
    [
      'a tag on the header',
      { ...cardWith(), header: { tag: 'header', title: plain('题') } },
      'C3',
      'ROOT -> header',
    ],
    ['an icon on an input', cardWith(input('a', { icon: {} })), 'C3', 'property: icon'],
    [
      'multiline on an input',
      cardWith(input('a', { multiline: true })),
      'C3',
      `multiline, path: ${path}(tag: input)`,
    ],
    [
      'a label on a select',
      cardWith({ tag: 'select_static', label: plain('等级') }),
      'C3',
      'property: label',
    ],
    [
      'corner_radius on a column set',
      cardWith({ tag: 'column_set', corner_radius: '4px' }),
      'C3',
      'corner_radius',
    ],
    ['expand on a panel', cardWith({ tag: 'collapsible_panel', expand: true }), 'C3', 'property: expand'],
    ['elements in a div', cardWith({ tag: 'div', elements: [] }), 'C3', 'property: elements'],
    [
      'an object as initial option',
      cardWith({ tag: 'select_static', initial_option: { value: 'x' } }),
      'C4',
      'expected string for initial_option, but: ',
    ],
    [
      'a bare subtitle',
      { ...cardWith(), header: { title: plain('题'), subtitle: '副题' } },
      'C4',
      'subtitle',
    ],
    [
      'a table in a panel',
      cardWith({ tag: 'collapsible_panel', header: { title: plain('折') }, elements: [{ tag: 'table' }] }),
      'C7',
      'type of element is not supported tag: table',
    ],
    ['a form in a form', cardWith(form(form(submit()))), 'C7', 'not supported tag: form'],
    ['markdown as the text of a div', cardWith({ tag: 'div', text: markdown('好') }), 'C7', 'tag: markdown'],
    [
      'a form without a name',
      cardWith({ tag: 'form', elements: [submit()] }),
      'C8',
      "ErrPath: ROOT -> elements -> [0](tag: form); ErrMsg: form's name is required",
    ],
    ['a form without a submit button', cardWith(form(input('a'))), 'C9', 'ErrCode: 300123'],
    [
      'the old way to submit',
      cardWith(form({ tag: 'button', text: plain('提交'), name: 'b', action_type: 'form_submit' })),
      'C9',
      'there is no submit button',
    ],
    ['a submit button outside a form', cardWith(submit()), 'C10', 'formActionType only in form'],
    ['one name twice', cardWith(form(input('a'), input('a'), submit())), 'C11', 'name(a) duplicate'],
    ['a field named as the form', cardWith(form(input('feedback_form'), submit())), 'C11', 'duplicate'],
    ['a field without a name', cardWith(form({ tag: 'input' }, submit())), 'C11', 'ErrCode: 200530'],
    [
      'a dash in an id',
      cardWith(markdown('好', { element_id: 'footer-sep' })),
      'C12',
      'elementID format error',
    ],
    [
      'one id twice',
      cardWith(markdown('好', { element_id: 'a1' }), markdown('好', { element_id: 'a1' })),
      'C12',
      'Duplicate element_id',
    ],
    [
      '200 elements',
      cardWith(...Array.from({ length: 199 }, () => markdown('好'))),
      'C13',
      'element exceeds the limit',
    ],
    [
      'a panel without a title',
      cardWith({ tag: 'collapsible_panel', elements: [] }),
      'C16',
      'no collapsible panel header',
    ],
    [
      'a padding of two values on a panel header',
      cardWith({
        tag: 'collapsible_panel',
        header: { title: plain('折'), padding: '4px 8px' },
        elements: [],
      }),
      'C17',
      'invalid panel header padding',
    ],
    [
      'an invented behaviour',
      cardWith({ tag: 'button', text: plain('签收'), behaviors: [{ type: 'form_action' }] }),
      'C18',
      'unknown behavior type',
    ],
    [
      'a colour by number',
      cardWith(markdown("<font color='#999999'>灰</font>")),
      'C23',
      'invalid color: #999999',
    ],
    [
      'a chart without axes',
      cardWith({ tag: 'chart', chart_spec: { type: 'bar', axes: null } }),
      'C20',
      'ErrPath: ROOT -> elements -> [0](tag: chart)',
    ],
    [
      'a row key that is no column',
      cardWith({ tag: 'table', columns: [{ name: 'unit' }], rows: [{ other: '水务' }] }),
      'C22',
      'ErrCode: 200915',
    ],
    [
      'a cell of the wrong kind',
      cardWith({ tag: 'table', columns: [{ name: 'n', data_type: 'number' }], rows: [{ n: '三' }] }),
      'C22',
      'ErrCode: 200914',
    ],
    [
      'a multiple select outside a form',
      cardWith({ tag: 'multi_select_static', options: [] }),
      'C28',
      'only in form',
    ],
    [
      'an input longer than any',
      cardWith(form(input('a', { max_length: 2000 }), submit())),
      'C28',
      'max_length',
    ],
  ]
  for (const [what, card, rule, words] of recorded) {
    it(`refuses ${what}`, () => {
      const [foundRule, message] = refusalOf(card).split(' | ')
      expect(foundRule).toBe(rule)
      expect(message).toContain(words)
    })
  }

  it('refuses people and pictures that do not exist', () => {
    expect(refusalOf(cardWith({ tag: 'person', user_id: 'ou_x' }), nothing)).toContain('ErrCode: 100290')
    expect(refusalOf(cardWith(markdown('请<at id=ou_x></at>签收')), nothing)).toContain('ErrCode: 100290')
    expect(refusalOf(cardWith(markdown('<at id=all></at>')), nothing)).toContain('ErrCode: 100290')
    expect(refusalOf(cardWith(markdown('![截图](https://example.com/a.png)')), nothing)).toContain(
      'ErrCode: 200570',
    )
    expect(refusalOf(cardWith({ tag: 'img', img_key: 'img_v3_x', alt: plain('图') }), nothing)).toContain(
      'C19',
    )
    expect(refusalOf(cardWith({ tag: 'div', text: plain('<at id=all></at>') }), nothing)).toBe('accepted')
  })

  it('counts tables written in markdown, but not those in fenced code', () => {
    const table = '| 单位 | 件数 |\n| --- | --- |\n| 水务 | 3 |'
    expect(refusalOf(cardWith(...Array.from({ length: 6 }, () => markdown(table))))).toContain('C14')
    expect(
      refusalOf(cardWith(...Array.from({ length: 6 }, () => markdown(`\`\`\`\n${table}\n\`\`\``)))),
    ).toBe('accepted')
    const four = validateCard(cardWith(...Array.from({ length: 4 }, () => markdown(table))), everything)
    expect(four.warnings).toMatchObject([{ rule: 'C14' }])
  })

  it('accepts the tolerated wide_screen_mode and any text_size', () => {
    const card = {
      ...cardWith(markdown('好', { text_size: 'enormous' })),
      config: { wide_screen_mode: true },
    }
    expect(refusalOf(card)).toBe('accepted')
  })
})
