import type { Json } from './api.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })
const option = (label: string, value: string) => ({ text: plain(label), value })
const callback = [{ type: 'callback', value: { v: 1, do: 'look' } }]

/** Text of a kind that must never come alive, whoever typed it. */
export const hostile =
  '<at id=all></at><img src=x onerror="document.title=1"><b>粗</b> [点](javascript:alert(1))'

/** People the gallery names. */
export const galleryPeople = [
  { open_id: 'ou_lin', name: '林晓燕', title: '工作人员', body: '市网信办' },
  { open_id: 'ou_zhao', name: '赵海涛', title: '承办人', body: '市水务集团' },
]

const form: Json = {
  tag: 'form',
  name: 'feedback',
  elements: [
    { tag: 'input', name: 'title', label: plain('标题'), required: true, max_length: 20 },
    {
      tag: 'input',
      name: 'result',
      input_type: 'multiline_text',
      rows: 3,
      label: plain('办理情况'),
      required: true,
      max_length: 800,
      placeholder: plain('例如：已更换老化管道'),
    },
    { tag: 'div', text: plain('答复形式') },
    {
      tag: 'select_static',
      name: 'answer_form',
      required: true,
      placeholder: plain('答复形式：请选择'),
      options: [option('原平台跟帖', 'reply'), option('电话答复', 'phone')],
    },
    { tag: 'div', text: plain('协办单位') },
    {
      tag: 'multi_select_static',
      name: 'support',
      placeholder: plain('协办单位：可多选'),
      options: [option('市卫健委', 'health'), option('云溪区政府', 'yunxi')],
    },
    { tag: 'div', text: plain('承办人') },
    { tag: 'select_person', name: 'handler', placeholder: plain('承办人：请选择'), options: [] },
    { tag: 'div', text: plain('知会') },
    {
      tag: 'multi_select_person',
      name: 'copies',
      placeholder: plain('知会：请选择'),
      options: [{ value: 'ou_lin' }],
    },
    { tag: 'div', text: plain('发布日期') },
    { tag: 'date_picker', name: 'day', initial_date: '2026-11-24', placeholder: plain('发布日期：请选择') },
    { tag: 'div', text: plain('发布时刻') },
    { tag: 'picker_time', name: 'hour', initial_time: '09:30', placeholder: plain('发布时刻：请选择') },
    { tag: 'div', text: plain('发布时间') },
    { tag: 'picker_datetime', name: 'moment', placeholder: plain('发布时间：请选择') },
    { tag: 'checker', name: 'called', text: plain('已电话告知网民') },
    {
      tag: 'column_set',
      columns: [
        {
          tag: 'column',
          elements: [
            {
              tag: 'button',
              name: 'submit__1',
              type: 'primary_filled',
              text: plain('提交反馈'),
              form_action_type: 'submit',
            },
          ],
        },
        {
          tag: 'column',
          elements: [{ tag: 'button', name: 'reset__1', text: plain('重填'), form_action_type: 'reset' }],
        },
      ],
    },
  ],
}

/** One card with every component the page draws, and one it does not know. */
export const galleryCard: Json = {
  schema: '2.0',
  config: { update_multi: true },
  header: {
    template: 'orange',
    title: plain('网舆交〔2026〕12号 · 待反馈'),
    subtitle: plain(hostile),
    text_tag_list: [
      { tag: 'text_tag', text: plain('急件'), color: 'red' },
      { tag: 'text_tag', text: plain('主办'), color: 'blue' },
    ],
  },
  body: {
    elements: [
      {
        tag: 'div',
        text: plain(hostile),
        icon: { tag: 'standard_icon', token: 'time_outlined', color: 'blue' },
      },
      {
        tag: 'div',
        text: { tag: 'lark_md', content: '**请核实** &#60;at id=all&#62; <at id=ou_zhao></at>' },
      },
      {
        tag: 'markdown',
        content: [
          '### 办理要求',
          '1. 核实<font color="red">水质</font>',
          '2. 公布结果',
          '   - 原平台<br>跟帖',
          '',
          '> 首次回应 &#42;24 小时&#42;',
          '',
          '[原文](https://example.com/t/1) [坏链接](javascript:alert(1)) ~~旧~~ `D03` <script>1</script>',
          '',
          '---',
          '| 单位 | 时限 |',
          '| --- | --- |',
          '| 市水务集团 | 11月30日 |',
        ].join('\n'),
      },
      { tag: 'hr' },
      {
        tag: 'column_set',
        background_style: 'grey',
        columns: [
          {
            tag: 'column',
            width: 'weighted',
            weight: 1,
            elements: [{ tag: 'div', text: plain('签收 09:20') }],
          },
          { tag: 'column', width: 'weighted', weight: 1, elements: [{ tag: 'person', user_id: 'ou_zhao' }] },
        ],
      },
      {
        tag: 'collapsible_panel',
        expanded: false,
        header: { title: plain('为什么是这个时限') },
        elements: [{ tag: 'div', text: plain('一般事项 5 个工作日') }],
      },
      { tag: 'img', img_key: 'img_v3_x', alt: plain('现场照片') },
      { tag: 'img_combination', combination_mode: 'double', img_list: [{ img_key: 'a' }, { img_key: 'b' }] },
      { tag: 'chart', chart_spec: { type: 'bar', title: { text: '本月回应率' } } },
      { tag: 'person_list', persons: [{ id: 'ou_lin' }, { id: 'ou_nobody' }] },
      {
        tag: 'table',
        page_size: 2,
        columns: [
          { name: 'unit', display_name: '单位', data_type: 'text' },
          { name: 'rate', display_name: '回应率', data_type: 'number', format: { precision: 1, symbol: '' } },
          { name: 'state', display_name: '状态', data_type: 'options' },
        ],
        rows: ['市水务集团', '市住建局', '市教育局'].map((unit) => ({
          unit,
          rate: 98,
          state: [{ text: '正常', color: 'green' }],
        })),
      },
      {
        tag: 'interactive_container',
        behaviors: callback,
        elements: [{ tag: 'div', text: plain('整块可按') }],
      },
      {
        tag: 'select_img',
        name: 'picture',
        options: [{ img_key: 'a', value: 'one', hover_tips: plain('第一张') }],
      },
      { tag: 'button', type: 'primary_filled', text: plain('确认签收'), behaviors: callback },
      { tag: 'button', text: plain('已停用'), disabled: true, behaviors: callback },
      {
        tag: 'button',
        type: 'danger',
        text: plain('申请退回'),
        behaviors: callback,
        confirm: { title: plain('申请退回'), text: plain('确认不属于本单位职责？') },
      },
      { tag: 'overflow', options: [{ text: plain('更正'), value: 'correct' }] },
      { tag: 'hologram' },
      form,
    ],
  },
}
