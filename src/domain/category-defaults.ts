import type { AnswerForm, Category } from './dictionary.ts'

/** What a category suggests beside its level (facts of 3.2): shown to the drafter, who decides. */
export interface CategoryDefault {
  readonly answerForm: AnswerForm
  /** To whom such matters go, in the office's own words. */
  readonly route: string
  /** What is special about them; empty when nothing is. */
  readonly rule: string
}

/** Working defaults (facts of 3.2); a policy file replaces them by category. */
export const defaultCategoryDefaults: Readonly<Record<Category, CategoryDefault>> = {
  N1: {
    answerForm: 'same_thread',
    route: '主管该政策的市级部门',
    rule: '政策解读口径须与市政府办核对；属建议的，反馈时说明采纳情况',
  },
  N2: { answerForm: 'same_thread', route: '主管部门或属地政府', rule: '反馈时说明是否解决' },
  N3: {
    answerForm: 'statement',
    route: '主管部门，并专报市政府办',
    rule: '关注传播，扩散的提高等级',
  },
  N4: {
    answerForm: 'office_only',
    route: '投诉送该单位或其上级；举报人员的送市监察局或上级主管部门',
    rule: '举报件不得送被举报单位和人员，不得透露举报人',
  },
  N5: {
    answerForm: 'statement',
    route: '主管部门牵头，常须公安、民政、教育等协办',
    rule: '涉及未成年人的信息须遮盖',
  },
  N6: {
    answerForm: 'statement',
    route: '主管部门或属地政府，并报市领导',
    rule: '24小时内首次回应，反馈由主要领导签发',
  },
  N7: {
    answerForm: 'same_thread',
    route: '批示指定的单位',
    rule: '以批示时限为准，结果报批示领导',
  },
  U1: {
    answerForm: 'statement',
    route: '属地政府牵头，先电话交办，同时报市领导',
    rule: '5小时内发布权威信息，24小时内举行新闻发布会',
  },
  U2: {
    answerForm: 'statement',
    route: '公安、属地政府，先电话交办，同时报市领导',
    rule: '不实信息线索移交公安机关',
  },
  U3: {
    answerForm: 'same_thread',
    route: '属地政府和主管部门，先电话交办，同时报市领导',
    rule: '先处置后回应，1小时内首报',
  },
}
