import type { CommandRefusal } from '../src/domain/card-ref.ts'
import type { FieldProblem, Quiet, Refusal } from '../src/domain/refusal.ts'
import type { Instant } from '../src/domain/time.ts'
import type { FormAct } from './action.ts'
import { unreachableWords } from './wording-attachments.ts'
import { roleWord, statusWord } from './wording-dictionary.ts'
import { labelNamed } from './wording-fields.ts'
import { noticeProblemWords } from './wording-holidays.ts'
import { moment } from './wording-times.ts'

/** A sentence for every code: one that is missing does not compile. */
type Words<U extends { readonly code: string }> = {
  readonly [C in U['code']]: (facts: Extract<U, { code: C }>, now: Instant) => string
}

/** Why it was not done, and what to do instead. */
export const refusalWords: Words<Refusal> = {
  not_registered: () => '您尚未列入人员名单，请联系市网信办登记后再操作。',
  not_your_unit: ({ unit }) => `本单由${unit}办理，您不在该单位承办人员名单中；如有变动请联系市网信办。`,
  role_needed: ({ roles }) =>
    `此项须由${roles.map(roleWord).join('或')}办理，请转请其操作；如职务有变动请联系市网信办。`,
  own_draft: () => '拟稿人不能审核自己的稿件，请由另一位审核签发人签发。',
  not_found: () => '没有查到该件，或不在您的查看范围内，请核对文号。',
  stale_card: () => '内容已有更新，请看清最新内容后再操作。',
  matter_not_drafting: ({ status }) =>
    `该件目前为“${statusWord(status)}”，不能再修改；如需变更请联系审核签发人。`,
  matter_not_awaiting_approval: ({ status }) => `该件目前为“${statusWord(status)}”，无需审核。`,
  matter_not_issued: ({ status }) => `该件目前为“${statusWord(status)}”，此项须在签发之后、办结之前办理。`,
  call_in_future: () => '通话时间晚于现在，请核对后重新填写。',
  call_too_old: ({ hours }) => `通话时间已超过${hours}小时，各项时限已无法照办，请用“/交办”交办。`,
  formal_not_owed: () => '该件不是电话先行交办的，无需补发交办单。',
  formal_not_submitted: () => '尚未提交补发的交办单，请先由拟稿人提交。',
  release_not_owed: () => '本单无需登记发布；公开回应请点“登记首次回应”。',
  conference_not_owed: () => '本单没有召开新闻发布会的要求，无需审定。',
  conference_held: ({ at }, now) => `新闻发布会已于${moment(at, now)}召开，无需审定。`,
  no_clue_here: () => '线索移交用于不实信息等紧急事项，本件不办理此项。',
  clue_not_yours: () => '线索由移送单位的人员接收，您无需操作。',
  not_monitored: () => '该件未在监测，如需登记请先启动全网监测。',
  receipt_first: () => '请先确认签收，再办理此项。',
  slip_closed: ({ at }, now) => `本单已于${moment(at, now)}办结，无需再操作。`,
  slip_withdrawn: ({ at }, now) => `本单已于${moment(at, now)}撤回，无需再办理。`,
  slip_under_review: () => '本单反馈正在审核，请等候审核结果。',
  slip_not_under_review: () => '本单目前没有待审核的反馈，请待承办单位提交后再操作。',
  signoff_missing: ({ by }) =>
    by === 'chief'
      ? '本单须经承办单位主要领导同意签发后方可审核通过，请承办单位先送签。'
      : '本单须经承办单位主要领导或分管领导同意签发后方可审核通过，请承办单位先送签。',
  signoff_not_needed: () => '本单无需领导签发，市网信办可直接审核。',
  first_response_missing: () => '尚未登记公开回应，请填写回应链接；没有链接的，请写明原因。',
  published_in_future: () => '公开回应时间晚于现在，请核对后重新填写。',
  published_before_issue: () => '公开回应时间早于交办时间，请核对后重新填写。',
  term_not_in_future: () => '时限已经过去，请改填今后的时间。',
  supervision_not_proposed: () => '该件尚未提请督办，请先由市网信办提请。',
  unit_gone: ({ unit }) => `承办单位已不在通讯录中（${unit}），请改填其他单位；待签发的请退回修改。`,
  notice_not_yours: () => '此件呈送市领导、督查室及承办单位负责同志，您无需操作。',
  slip_voided: ({ at }, now) => `本单已于${moment(at, now)}作废，改由其他单位承办，无需再办理。`,
  slip_contested: () => '本单已申请退回，请待市网信办裁定后再操作。',
  slip_deferred: ({ until }, now) =>
    `本单暂不具备条件，定于${moment(until, now)}恢复办理，此项请届时再办；条件具备的可提前提交反馈。`,
  extension_too_late: ({ due }, now) =>
    `办理时限已于${moment(due, now)}到期，不能再申请延期，请尽快提交反馈并说明原因。`,
  extension_not_for_urgent: () => '急件不办理延期，请按时限办理，并及时报告阶段进展。',
  extension_used_up: ({ max }) => `每单最多延期${max}次，次数已用完，请按现定时限办理。`,
  extension_not_later: ({ due }, now) => `延期须晚于现定时限（${moment(due, now)}），请核对后另定日期。`,
  extension_too_long: ({ latest }, now) => `延期最长可至${moment(latest, now)}，请重新填写。`,
  contest_too_late: ({ due }, now) =>
    `申请退回须在${moment(due, now)}前提出，现已超过，请按要求办理；确有困难的请联系市网信办。`,
  contest_final: ({ max }) => `退回事项已经裁定或改派已满${max}次，此件不再退回，请按要求办理。`,
  contest_own_unit: () => '所填单位就是本单现在的承办单位，请填写其他单位。',
  recheck_not_in_future: () => '拟重新办理日期已经过去，须另报今后的日期。',
  recheck_too_far: ({ latest }, now) => `拟重新办理日期最晚为${moment(latest, now)}，请重新填写。`,
  nothing_amended: () => '内容和时限都没有变化，需要更正的请修改后再提交。',
  nothing_asked: () => '目前没有待裁定的申请，无需操作。',
  not_for_whistle: () => '本件为举报件，不办理此项，请与审批人联系。',
  whistle_only: () => '此项仅用于举报件，请核对后再操作。',
  confidants_gone: () => '所列承办人均已不在岗，请退回修改，另列承办人。',
  accountability_not_proposed: () => '该件尚未提请问责，请先提请后再审定。',
  discipline_office_missing: () => '通讯录中没有监察机关，无法移送，请先补充通讯录。',
  not_a_watch: () => '该件不是预警事项，请核对后再操作。',
  watch_not_accepted: () => '该预警尚未登记，请先登记再续期。',
  watch_turned: ({ status }) => `该预警已转交办，目前为“${statusWord(status)}”，后续以交办单为准。`,
  watch_not_in_future: () => '关注期限已经过去，请改填今后的日期。',
  watch_not_later: ({ until }, now) => `续期须晚于现定期限（${moment(until, now)}），请重新填写。`,
  unit_holds_slip: ({ unit, no }) => `${unit}已承办本事项的${no}，不再改派；需补充要求的请更正该单。`,
  matter_over: ({ status }) => `该件目前为“${statusWord(status)}”，不再办理此项。`,
  meeting_not_in_future: () => '会议时间已经过去，请改填今后的时间。',
  not_invited: () => '您所在单位不在本次参会单位之列，无需确认。',
  not_a_unit: ({ body }) => `${body}不承办交办单，请另填承办单位，或选仅作记录。`,
  lead_taken: ({ unit, no }) =>
    `本事项已由${unit}牵头（${no}），请按协办交办；需要更换牵头单位的请先撤回原单。`,
  demand_full: ({ no }) => `${no}的办理要求已写满，请先更正该单，精简后再补充。`,
  main_not_found: ({ ref }) => `没有查到编号${ref}的事项，请核对舆情编号。`,
  main_is_itself: () => '不能并入本件自身，请填写另一件的舆情编号。',
  main_is_over: ({ ref, status }) =>
    `${ref}目前为“${statusWord(status)}”，不能并入；已办结后再次反映的请另行研判。`,
  secret_text: () =>
    '内容带有密级标志，涉密信息不得在本平台传输，系统未保存；请立即撤回该消息，改用保密渠道报送。',
  attachment_too_large: () =>
    '文件超过20MB（一次发送多个的合计计算），请压缩或分次发送；仍过大的请在反馈中写明查阅链接。',
  attachment_wrong_kind: () =>
    '附件限PDF、Word、Excel文件和JPG、PNG图片，以文件实际内容为准，带宏或加密的不收；旧版文件请另存为docx、xlsx后重新发送。',
  attachments_full: ({ most }) => `附件最多${most}份，已经放不下，请合并后发送，或在反馈中写明查阅链接。`,
  form_incomplete: ({ problems }) =>
    problems.length === 0
      ? '填写不完整，请补充后再提交。'
      : `填写有${problems.length}处需要修改：${problems.map((problem) => sayProblem(problem, null)).join('')}`,
}

export const commandRefusalWords: Words<CommandRefusal> = {
  argument_missing: ({ command, example }) => `请在“${command}”后写明内容，例如：${example}。`,
  slip_not_found_here: () => '没有查到该件，或不在您和本群的查看范围内，请核对文号。',
  group_not_bound: () => '本群尚未绑定单位，请市网信办人员在群内发送：/绑定 单位名称。',
  unit_unknown: ({ typed, near }) => unknownUnit(typed, near),
  chat_bound_elsewhere: ({ body }) => `本群已是${body}的工作群；如需改用，请先为${body}绑定其他群。`,
  private_chat_only: () => '举报件请在与机器人的单聊中办理。如已在群内发送内容，请撤回。',
  only_in_group: () => '此指令须在工作群内使用，请到相应的群里发送。',
  notice_unreadable: ({ problem }) => noticeProblemWords(problem),
  no_notice_entered: () => '没有待启用的放假安排。请先发送：/假期 放假通知原文，核对后再启用。',
  office_chat_only: () =>
    '拟制交办单、登记监测和会商请在市网信办工作群或与本应用的单聊中进行，承办单位群内不能办理。',
  own_chat_only: () => '此项请在本机关工作群或与本应用的单聊中办理。',
  file_unreachable: ({ why }) => `${unreachableWords[why]}；也可在反馈中写明查阅链接。`,
  file_for_what: () =>
    '请先发送“/附件 文号”（例如：/附件 12号），再在十分钟内发送文件；在群内请引用文件，并@本应用发送“/附件 文号”。',
  file_not_sent: ({ why, what }) => {
    const word = what === 'table' ? '台账表格' : '附件'
    const again = what === 'table' ? '重新导出' : '重新查询'
    return why === 'scope_missing'
      ? `本应用尚无发送文件的权限，${word}未能发出，请联系管理员开通后${again}。`
      : `${word}暂时未能发出，请稍后${again}。`
  },
  term_unreadable: () => '时限没有看懂，请按此写法重发，例如：/时限 5个工作日，或：/时限 11月25日 17:30。',
}

/** The calm sentence for a second or late press: the fact that already stands. */
export const quietWords: Words<Quiet> = {
  already_signed: ({ by, at }, now) => `${by}已于${moment(at, now)}签收，无需重复操作。`,
  already_submitted: ({ by, at }, now) => `${by}已于${moment(at, now)}提交，无需重复提交。`,
  already_approved: ({ by, at }, now) => `${by}已于${moment(at, now)}签发，无需重复操作。`,
  already_accepted: ({ by, at }, now) => `${by}已于${moment(at, now)}审核通过，本单已办结。`,
  already_requested: ({ by, at }, now) => `${by}已于${moment(at, now)}送签，请等候领导签发。`,
  already_signed_off: ({ by, at }, now) => `${by}已于${moment(at, now)}同意签发，无需重复操作。`,
  already_withdrawn: ({ by, at }, now) => `${by}已于${moment(at, now)}撤回，无需重复操作。`,
  already_ruled: ({ by, at }, now) => `${by}已于${moment(at, now)}作出处理，无需重复操作。`,
  already_acknowledged: ({ at }, now) => `您已于${moment(at, now)}阅知。`,
  limits_stand: () => '时限没有变动。',
  already_assigned: ({ by, at }, now) => `${by}已于${moment(at, now)}紧急交办，无需重复操作。`,
  already_released: ({ by, at }, now) =>
    `该项已由${by}登记（${moment(at, now)}发布），后续发布请选“后续发布”。`,
  already_handed_over: ({ by, at }, now) => `该线索已由${by}于${moment(at, now)}移交，无需重复移交。`,
  already_received: ({ by, at }, now) => `${by}已于${moment(at, now)}接收，无需重复操作。`,
  already_monitored: ({ by, at }, now) => `${by}已于${moment(at, now)}启动监测，请直接登记。`,
  monitoring_ended: ({ by, at }, now) => `${by}已于${moment(at, now)}结束监测，无需重复操作。`,
  rungs_already_climbed: () => '该项提醒已经发出。',
  shown_just_now: ({ at }, now) => `各单位口径已于${moment(at, now)}发出，随反馈自动更新，无需重复查看。`,
  reminded_just_now: ({ at }, now) => `${moment(at, now)}刚催办过，半小时内不再重复催办。`,
  already_asked: ({ by, at }, now) => `${by}已于${moment(at, now)}提出申请，请等候市网信办裁定。`,
  already_answered: ({ by, at }, now) => `${by}已于${moment(at, now)}回复，无需重复回复。`,
  already_taken_up: ({ status }) => `该事项已由市网信办受理，目前${statusWord(status)}。`,
  already_sent_back: ({ by, at }, now) => `该反馈已由${by}于${moment(at, now)}退回重办。`,
  already_proposed: ({ by, at }, now) => `该件已由${by}于${moment(at, now)}提请督办，请等候督查室处理。`,
  accountability_proposed: ({ by, at }, now) => `该件已由${by}于${moment(at, now)}提请问责，请等候审定。`,
  already_praised: ({ at }, now) => `您已于${moment(at, now)}表扬过该件，无需重复操作。`,
  watch_lifted: ({ by, at }, now) => `${by}已于${moment(at, now)}解除本预警，无需重复操作。`,
  already_convened: ({ by, at }, now) =>
    `${by}已于${moment(at, now)}发出会商通知，如需再次会商请重新发送指令。`,
  already_confirmed: ({ by, at }, now) => `${by}已于${moment(at, now)}确认参会，无需重复操作。`,
  already_recorded: ({ by, at }, now) => `${by}已于${moment(at, now)}登记，无需重复操作。`,
  conference_over: ({ at }, now) => `本次会商已于${moment(at, now)}记录纪要，无需再确认。`,
  already_declined: ({ by, at }, now) => `${by}已于${moment(at, now)}不予受理，无需重复操作。`,
  already_merged: ({ ref }) => `该件已并入${ref}，无需重复操作。`,
  already_attached: ({ by, at }, now) => `该文件已由${by}于${moment(at, now)}提交，无需重复发送。`,
  repeat: () => '已收到，无需重复操作。',
}

type ProblemWords = {
  readonly [W in FieldProblem['why']]: (facts: Extract<FieldProblem, { why: W }>, label: string) => string
}

/** What is wrong with one field, told by its label. */
export const problemWords: ProblemWords = {
  missing: (_, label) => `“${label}”没有填写，请补充。`,
  too_long: ({ max, length }, label) => `“${label}”共${length}字，超过${max}字，请删减。`,
  not_a_choice: (_, label) => `“${label}”请从所列选项中选择。`,
  not_a_link: (_, label) => `“${label}”不是完整的网址，请从浏览器地址栏复制后粘贴。`,
  other_platform: (_, label) =>
    `回应链接不在舆情出现的平台，请改填原平台的链接；确未在原平台回应的，请在“${label}”中说明。`,
  unknown_unit: ({ typed, near }, label) => `“${label}”一栏：${unknownUnit(typed, near)}`,
  too_many_units: ({ max }) => `协办单位最多${max}个，其余单位请另行交办。`,
  too_many_members: ({ max }) => `参会单位最多${max}个，请删减，其余单位可另行通知。`,
  one_lead_only: ({ field }, label) =>
    `“${label}”只能填一个单位${field === 'lead' ? '，其余单位请填入协办单位' : '，请重新填写'}。`,
  whistle_apart: () => '举报件不走一般交办。请删去本稿，在与机器人的单聊中发送“/举报”办理。',
  lead_also_support: ({ unit }, label) => `“${label}”中的${unit}已是牵头单位，请去掉重复。`,
  unreadable_term: (_, label) => `“${label}”没有看懂，请按例填写：5个工作日，或11月25日 17:30。`,
  past_term: (_, label) => `“${label}”已经过去，请改填今后的时间。`,
  too_long_term: (_, label) => `“${label}”超过一年，请核对后重新填写。`,
  unreadable_moment: (_, label) => `“${label}”没有看懂，请按例填写：12:40，或11月24日 12:40。`,
  unreadable_time: (_, label) => `“${label}”没有看懂，请重新选择。`,
  unit_excluded: ({ unit }) => `${unit}是被举报单位，本单位及其所属单位不能承办，请改填其他单位。`,
  unknown_person: ({ typed, known }, label) =>
    `“${label}”一栏：没有找到“${typed}”，可填写的有${known.length === 0 ? '（无）' : known.join('、')}。`,
  same_name: ({ typed }, label) => `“${label}”一栏：名叫“${typed}”的不止一人，请与通讯录管理员联系。`,
  not_nameable: ({ name }, label) => `“${label}”中的${name}不能列入，请核对其职务和所在单位后改填。`,
  own_approver: () => '审批人不能是拟稿人本人，请另填一位审核签发人。',
  one_person_only: (_, label) => `“${label}”只能填一个人，请重新填写。`,
  one_unit_only: (_, label) => `“${label}”只能填一个单位，请重新填写。`,
  not_named: (_, label) => `“${label}”不在本件知悉人员之列，请核对姓名。`,
}

function unknownUnit(typed: string, near: readonly string[]): string {
  const guess = near.length === 0 ? '请填写单位全称或常用简称' : `是否指${near.join('、')}，请重新填写`
  return `没有找到单位“${typed}”，${guess}。`
}

// A table of functions cannot be called with the union of their facts; the code that picks the row makes it safe.
type SayIt<U> = (facts: U, now: Instant) => string

export function sayRefusal(refusal: Refusal | CommandRefusal, now: Instant): string {
  const words = { ...refusalWords, ...commandRefusalWords }
  return (words[refusal.code] as SayIt<Refusal | CommandRefusal>)(refusal, now)
}

export function sayQuiet(quiet: Quiet, now: Instant): string {
  return (quietWords[quiet.code] as SayIt<Quiet>)(quiet, now)
}

/** `act` is the form the field stands in: some fields have another label there. */
export function sayProblem(problem: FieldProblem, act: FormAct | null): string {
  const say = problemWords[problem.why] as (facts: FieldProblem, label: string) => string
  return say(problem, labelNamed(problem.field, act))
}
