import { h } from '../dom.ts'
import { type Json, object, objects, text } from './json.ts'

/** A picture as a frame with its words: the sandbox keeps no pictures. */
export function drawImage(element: Json): HTMLElement {
  const alt = text(object(element, 'alt'), 'content') ?? ''
  const keys = objects(element, 'img_list').length
  const label = alt !== '' ? alt : keys > 0 ? `${keys} 张图片` : '图片'
  return h(
    'figure',
    { class: 'el el-img', role: 'img', 'aria-label': label, title: text(element, 'img_key') },
    h('span', { class: 'img-mark', 'aria-hidden': 'true' }, '▨'),
    h('figcaption', {}, label),
  )
}

export function drawChart(element: Json): HTMLElement {
  const spec = object(element, 'chart_spec')
  const title = text(object(spec, 'title'), 'text') ?? '图表'
  return h(
    'figure',
    { class: 'el el-img el-chart', role: 'img', 'aria-label': title },
    h('span', { class: 'img-mark', 'aria-hidden': 'true' }, '▥'),
    h('figcaption', {}, `${title}（${text(spec, 'type') ?? '图表'}）`),
  )
}
