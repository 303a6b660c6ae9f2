import { describe, expect, it } from 'vitest'
import { readCard } from './cards/read.ts'
import { button, cardWith } from './support.ts'

type Json = { [key: string]: unknown }

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

describe('a card as a person reads it', () => {
  it('finds fields by the words near them', () => {
    const card = cardWith(
      { tag: 'div', text: plain('请核实处置') },
      form(
        input('summary', { required: true, max_length: 200, default_value: '管网老化' }),
        markdown('**分类**<font color="red">*</font>'),
        {
          tag: 'select_static',
          name: 'category',
          placeholder: plain('分类'),
          options: [{ text: plain('民生类'), value: 'N2' }],
        },
        submit(),
      ),
      button('返回'),
    )
    expect(readCard(card)).toEqual({
      title: '网舆交〔2026〕12号 · 待签收',
      subtitle: '',
      tags: [],
      texts: ['请核实处置', '**分类**<font color="red">*</font>'],
      buttons: [
        { label: '提交反馈', name: 'submit_1', disabled: false, inForm: true },
        { label: '返回', name: '', disabled: false, inForm: false },
      ],
      form: {
        name: 'feedback_form',
        submit: '提交反馈',
        fields: [
          {
            name: 'summary',
            label: '办理情况',
            kind: 'input',
            required: true,
            value: '管网老化',
            maxLength: 200,
            options: [],
          },
          {
            name: 'category',
            label: '分类',
            kind: 'select_static',
            required: false,
            value: '',
            options: [{ label: '民生类', value: 'N2' }],
          },
        ],
      },
    })
  })
})
