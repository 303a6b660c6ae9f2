import type { City } from './city.ts'
import type { DemoMatter } from './demo-matters.ts'
import { type UrgentMatter, urgentFormOf } from './urgent-matters.ts'

/** Something to try: what it shows, the line that begins it, and what to choose in the form that answers. */
export type Example = { title: string; shows: string; text: string; choose: string }

/** What the person in that seat can begin. Only the office's people draft; everybody else answers to what comes. */
export function examplesFor(city: City, seat: string): Example[] {
  const person = city.bodies.flatMap((body) => body.members).find((one) => one.openId === seat)
  if (!person?.roles.includes('office')) return []
  return [...(city.matters ?? []).map(exampleOf), ...(city.emergencies ?? []).map(emergencyOf)]
}

function exampleOf(one: DemoMatter): Example {
  return {
    title: one.title,
    shows: one.shows,
    text: [`/交办 ${one.title}`, one.summary, ...(one.link === '' ? [] : [one.link])].join('\n'),
    choose: [
      `来源平台 ${one.platform}`,
      `分类 ${one.category}`,
      `诉求类型 ${one.requestType}`,
      `等级 ${one.level}`,
      `承办单位 ${one.lead}`,
      ...(one.support.length > 0 ? [`协办单位 ${one.support.join('、')}`] : []),
      `答复形式 ${one.answerForm}`,
      ...(one.term === '' ? [] : [`办理时限 ${one.term}`]),
    ].join('；'),
  }
}

/** The form of an emergency comes empty: the clerk has nothing but what was said on the telephone. */
function emergencyOf(one: UrgentMatter): Example {
  return {
    title: `紧急：${one.title}`,
    shows: one.shows,
    text: '/紧急交办',
    choose: Object.entries(urgentFormOf(one))
      .filter(([, words]) => words !== '')
      .map(([label, words]) => `${label} ${words}`)
      .join('；'),
  }
}
