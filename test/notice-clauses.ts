import type { Category, Cause } from '../src/domain/dictionary.ts'
import type { ClockName } from '../src/domain/policy.ts'

/** A test by its file under test/ (without .test.ts) and its title, which stands there once. */
export type Named = readonly [file: string, title: string]

/**
 * Who carries what a clause asks for: the bot by itself; a person, who does it and records it through the bot; nobody
 * here, because it is no work of a bot; or nobody yet.
 */
export type Carried =
  | { readonly by: 'bot' | 'person'; readonly how: string; readonly tests: readonly [Named, ...Named[]] }
  | { readonly by: 'nobody'; readonly reason: string }
  | { readonly by: 'later'; readonly reason: string }

export interface Clause {
  /** Where it stands, and its number among the duties there, e.g. `二(五)-3`. */
  readonly id: string
  /** What is asked, in our words. */
  readonly duty: string
  /** A few characters of the notice, to find it by. */
  readonly quote: string
  readonly carried: Carried
  /** The entry of a closed list in the code that stands for it. */
  readonly of?: Category | Cause | ClockName
}

/** The build of the notice: every place that states a duty, and how many it states there. */
export const build: readonly (readonly [place: string, heading: string, duties: number])[] = [
  ['一', '增强回应的责任意识', 7],
  ['二(一)', '收集分析', 6],
  ['二(二)', '分类交办', 4],
  ['二(二)1', '即时填单', 2],
  ['二(二)1(1)', '重大政策决策', 1],
  ['二(二)1(2)', '合理诉求', 1],
  ['二(二)1(3)', '影响形象和公信力', 1],
  ['二(二)1(4)', '投诉举报', 1],
  ['二(二)1(5)', '冲击道德底线', 1],
  ['二(二)1(6)', '媒体曝光监督', 1],
  ['二(二)1(7)', '市领导批示', 1],
  ['二(二)2', '紧急交办', 4],
  ['二(二)2(1)', '突发事件和安全事故', 1],
  ['二(二)2(2)', '群体性事件和不实信息', 1],
  ['二(二)2(3)', '危及生命财产的隐患', 1],
  ['二(二)3', '审核把关和时限', 7],
  ['二(三)', '办理回应', 9],
  ['二(四)', '情况反馈', 2],
  ['二(五)', '催办督办', 5],
  ['二(六)', '定期通报', 5],
  ['三(一)', '组织领导和职责', 9],
  ['三(二)', '督促检查和考核', 7],
  ['三(三)', '主动沟通', 6],
  ['三(四)', '统筹协调', 3],
  ['结尾', '县(市)、区', 1],
]

const bot = (how: string, ...tests: [Named, ...Named[]]): Carried => ({ by: 'bot', how, tests })
const person = (how: string, ...tests: [Named, ...Named[]]): Carried => ({ by: 'person', how, tests })
const nobody = (reason: string): Carried => ({ by: 'nobody', reason })
const later = (reason: string): Carried => ({ by: 'later', reason })

const clause = (
  id: string,
  duty: string,
  quote: string,
  carried: Carried,
  of?: NonNullable<Clause['of']>,
): Clause => ({ id, duty, quote, carried, ...(of ? { of } : {}) })

/** Every duty of the notice and who carries it. */
export const clauses: readonly Clause[] = [
  clause(
    '一-1',
    '各地各部门增强政治、大局和责任意识，做好回应',
    '进一步增强政治意识',
    nobody('思想认识和工作要求，由各单位落实'),
  ),
  clause(
    '一-2',
    '按属地管理、分级负责、谁主管谁负责落实回应责任',
    '谁主管谁负责的原则',
    person(
      '网信办在交办单上确定牵头和协办单位，机器人按关键词建议',
      [
        'domain/suggest',
        'names the unit of 自来水, the category of daily needs and the 诉求类型 of a complaint, each with its words',
      ],
      ['domain/contest', 'notes the reason, the basis and the unit it should go to'],
    ),
  ),
  clause(
    '一-3',
    '涉及市政府重大政策的，由市政府相关部门回应',
    '市政府相关部门是回应主体',
    person('起草时提示去向，网信办确定', [
      'e2e/demo-requests',
      'D01 a dearer parking rule: three units, one explanation',
    ]),
  ),
  clause(
    '一-4',
    '涉及县(市)区的，由所在地政府明确回应主体',
    '由所在地政府明确回应主体',
    person('网信办交办县区政府，由其办理或申请退回', [
      'e2e/demo-concerns',
      'D12 an unreadable list of subsidies: nothing is closed before the county’s chief has signed',
    ]),
  ),
  clause(
    '一-5',
    '涉及多个地方的，上级主管部门是第一责任主体，相关地方按属地回应',
    '回应的第一责任主体',
    bot(
      '牵头单位和县区各自负有公开回应时限',
      ['domain/publishing', 'leaves counties and zones to answer for their own area (属地管理)'],
      ['e2e/demo-concerns', 'D11 sewage at a county border: the city bureau leads and answers within a day'],
    ),
  ),
  clause(
    '一-6',
    '涉及多个部门的，各按职责回应，沟通协商，信息准确一致',
    '回应的信息准确一致',
    bot(
      '由牵头单位统一回应，并列各单位口径，数字不一致的提示',
      ['domain/publishing', 'is owed by the lead alone: the supporting unit runs no clock of first response'],
      [
        'domain/findings',
        'and at figures that differ, by their measure only: the text of an internal matter stays out of the group',
      ],
    ),
  ),
  clause(
    '一-7',
    '市政府办、宣传网信部门组织协调、督促指导',
    '做好组织协调、督促指导',
    person('会商、催办、更正、改派都由网信办或市政府办发起并留痕', [
      'domain/conference',
      'is open to 市政府办 as well, which hosts the 联席会议',
    ]),
  ),

  clause(
    '二(一)-1',
    '建立监测收集制度，网信办组织日常监测',
    '建立政务舆情监测收集制度',
    person('监测系统推送或表格导入，网信办研判；机器人不自行抓取网络', [
      'e2e/intake',
      'puts a report of another system before the office, with the likely duplicate',
    ]),
  ),
  clause(
    '二(一)-2',
    '各地各部门落实专人监测',
    '落实专人按照要求',
    person('通讯录列明各单位承办人员，谁都可以 /登记', [
      'domain/decide-matter',
      'by a unit that found something waits in the office’s queue',
    ]),
  ),
  clause(
    '二(一)-3',
    '通过搜索引擎、专业引擎或定向浏览第一时间发现',
    '搜索引擎、专业引擎',
    nobody('由监测系统和人员浏览发现，机器人只接收结果'),
  ),
  clause(
    '二(一)-4',
    '及时收集网民诉求、意见和建议',
    '及时收集网民诉求',
    person('登记时记来源、诉求类型和传播数据，重复的并入', [
      'e2e/intake',
      'merges it: the main matter counts one more report on its cards, without the name of who wrote it',
    ]),
  ),
  clause(
    '二(一)-5',
    '初步作出分析研判',
    '初步作出分析研判',
    bot('建议分类、等级、诉求类型和单位，列出可能重复的，由人决定', [
      'e2e/intake',
      'suggests what the text makes likely, masks telephone numbers, and lets the drafter decide',
    ]),
  ),
  clause(
    '二(一)-6',
    '重大突发事件启动24小时全网监测',
    '启动24小时全网舆情监测',
    person(
      '自动开始，每两小时提醒网信办登记一次',
      ['domain/monitoring', 'begins by itself for a 重大 emergency, and for nothing less'],
      ['domain/monitoring', 'comes when the entry is due, once, however often the sweep runs'],
    ),
  ),

  clause(
    '二(二)-1',
    '网信办根据研判拟定交办意见',
    '研判拟定交办意见',
    person('/交办 表单', ['e2e/draft', 'takes title, summary, platform and link out of pasted text']),
  ),
  clause(
    '二(二)-2',
    '交办须明确答复形式',
    '明确答复形式',
    bot('表单必填，交办单首句写明', [
      'e2e/demo-requests',
      'D07 a complaint about the service hall: signed, answered under the post, closed',
    ]),
  ),
  clause(
    '二(二)-3',
    '交办须明确答复时间',
    '答复时间',
    bot('签发时算定签收、首次回应、反馈时限，逐行可查', [
      'domain/slip-clocks',
      'are those the approval card announced for this instant',
    ]),
  ),
  clause(
    '二(二)-4',
    '承办人员签字确认并回传',
    '签字确认并回传',
    bot(
      '确认签收记姓名、职务、电话、时间和内容摘要，生成回执号',
      ['domain/receipt', 'keeps post and telephone of that moment, the revision and the fingerprint'],
      ['e2e/contract', 'takes the receipt once, and tells a second press calmly'],
    ),
  ),
  clause(
    '二(二)1-1',
    '七类舆情即时填写交办单，交办相关单位',
    '七类网络舆情',
    person('网信办填写，签发即送达', [
      'e2e/contract',
      'issues one numbered slip to each unit at once, whatever the hour',
    ]),
  ),
  clause(
    '二(二)1-2',
    '涉及多个单位的分别交办',
    '分别交办',
    bot('每个单位各得一张交办单和文号', [
      'domain/decide-matter',
      'gives every unit a slip of its own, the lead first, with numbers in a row',
    ]),
  ),
  clause(
    '二(二)1(1)-1',
    '对重大政策措施和决策部署的议论、质疑、意见建议',
    '重大政策措施',
    bot('分类 N1', ['e2e/demo-requests', 'D02 a suggestion about lift subsidies has seven working days']),
    'N1',
  ),
  clause(
    '二(二)1(2)-1',
    '涉及公众切身利益的合理诉求',
    '公众切身利益的合理诉求',
    bot('分类 N2', [
      'e2e/demo-requests',
      'D03 yellow tap water: a company leads, the district and the health commission help',
    ]),
    'N2',
  ),
  clause(
    '二(二)1(3)-1',
    '引发媒体公众关切、可能影响政府形象和公信力',
    '影响政府形象和公信力',
    bot('分类 N3', [
      'e2e/demo-concerns',
      'D05 a footbridge without a lift: reposted three thousand times, so 较大 and sooner',
    ]),
    'N3',
  ),
  clause(
    '二(二)1(4)-1',
    '涉及单位及其工作人员的投诉、举报',
    '各类投诉、举报',
    bot(
      '分类 N4；举报件只在知悉人员中办理，被举报单位不可见',
      [
        'e2e/demo-requests',
        'D08 gifts at a subsidy check: 市监察局 works in private, the accused county and bureau learn nothing',
      ],
      ['domain/whistle', 'does not go to the accused'],
    ),
    'N4',
  ),
  clause(
    '二(二)1(5)-1',
    '严重冲击社会道德底线的民生舆情',
    '冲击社会道德底线',
    bot('分类 N5', [
      'e2e/demo-concerns',
      'D09 a lost old man: 重大, so night and weekend make no difference, and the chief signs',
    ]),
    'N5',
  ),
  clause(
    '二(二)1(6)-1',
    '省级及以上网络媒体曝光的监督类舆情',
    '省级及以上网络媒体曝光',
    bot('分类 N6，24小时内首次回应，反馈须同意签发', [
      'domain/slip-clocks',
      'follow the category where it has a limit of its own: media ask for an answer in 24 hours',
    ]),
    'N6',
  ),
  clause(
    '二(二)1(7)-1',
    '市领导批示的其他舆情',
    '市领导批示的其他',
    bot(
      '分类 N7，记录批示领导和内容，批示的时限优先，办结时呈报',
      ['e2e/demo-concerns', 'D13 the mayor gave a week: his limit stands before the rules'],
      ['domain/order', 'goes to the leader in private, in the decision that closes the matter'],
    ),
    'N7',
  ),
  clause(
    '二(二)2-1',
    '三类舆情由市政府办、网信办及时沟通',
    '市政府办、市网信办及时沟通',
    person('/紧急交办 必填沟通人，同时通知市政府办', [
      'domain/urgent',
      'is one decision: the matter issued, a numbered slip for every unit, the watch begun, two offices told',
    ]),
  ),
  clause(
    '二(二)2-2',
    '同时向市相关领导汇报',
    '向市相关领导汇报',
    bot('同一分钟报市领导群，领导可批示', [
      'domain/urgent',
      'tells the group, rings it, and tells the leaders in the same minute',
    ]),
  ),
  clause(
    '二(二)2-3',
    '先以电话等形式交办',
    '先以电话等便捷形式交办',
    person('电话由人打，记录接听人、要点和时间，各项时限自通话起算', [
      'domain/urgent',
      'starts every clock at the call, not when it is entered',
    ]),
  ),
  clause(
    '二(二)2-4',
    '之后补充填报交办单',
    '之后再补充填报',
    bot(
      '补单两小时内，到时提醒，文号不变',
      ['domain/urgent', 'is asked for at its limit and each hour after, three times, and then no more'],
      ['domain/urgent', 'is issued under the same number, by somebody else than who wrote it'],
    ),
  ),
  clause(
    '二(二)2(1)-1',
    '重大突发事件、安全生产事故、重大社会关切',
    '属地重大突发事件',
    bot('分类 U1', [
      'e2e/demo-emergencies',
      'D15 a bang in the chemical park: five hours, a day, and a report every day after',
    ]),
    'U1',
  ),
  clause(
    '二(二)2(2)-1',
    '群体性事件以及严重危害秩序和国家利益的不实信息',
    '群体性事件以及',
    bot(
      '分类 U2；不实信息的线索移交公安和网信',
      [
        'e2e/demo-emergencies',
        'D18 owners before the district government: a 联席会议 within two hours, its decision a slip',
      ],
      ['e2e/demo-emergencies', 'D17 a rumour of poisoned children: denied within five hours by the police'],
    ),
    'U2',
  ),
  clause(
    '二(二)2(3)-1',
    '可能影响群众生命财产安全的隐患等紧急信息',
    '生命财产安全的隐患',
    bot(
      '分类 U3，一小时内首报',
      [
        'e2e/demo-emergencies',
        'D20 a cracked slope on a holiday night: telephoned first, heard at once in spite of the hour',
      ],
      ['domain/urgent', 'is due one natural hour from the call, of the lead unit alone, whatever the level'],
    ),
    'U3',
  ),
  clause(
    '二(二)3-1',
    '网信办负责交办单的审核把关',
    '审核把关',
    bot('起草人不能签发自己的稿子', ['domain/rights', 'so 周建国 may not issue what he drafted himself']),
  ),
  clause(
    '二(二)3-2',
    '网信办负责电子交办系统的开发与维护',
    '电子交办系统的开发与维护',
    person('本程序即电子交办系统，由网信办部署；启动检查、指标和自查说明是否正常', [
      'e2e/audit',
      'finds nothing after a day on which everything was said, and lets the heart beat',
    ]),
  ),
  clause(
    '二(二)3-3',
    '根据轻重缓急设置办理时限',
    '根据事件的轻重缓急',
    bot(
      '按等级、分类、诉求类型算时限，人可改',
      ['domain/policy', 'answer within the 48 hours of 国办发〔2016〕61号, whatever the category and level'],
      ['domain/request-type', 'gives way to the limit that was typed'],
    ),
  ),
  clause(
    '二(二)3-4',
    '特别重大、重大突发事件快速反应',
    '要快速反应',
    bot('不受免打扰限制，应用内加急', ['domain/urgent', 'does not wait for the morning']),
  ),
  clause(
    '二(二)3-5',
    '最迟5小时内发布权威信息',
    '5小时内发布权威信息',
    bot('五小时计时，三小时提醒，到时催办，再半小时提请督办', [
      'domain/urgent',
      'reminds of 权威信息 at three hours, urges at five, and proposes 督办 half an hour later',
    ]),
    'authoritative_info',
  ),
  clause(
    '二(二)3-6',
    '24小时内举行新闻发布会',
    '24小时内举行新闻发布会',
    bot(
      '二十四小时计时；不召开须签发人写明理由',
      ['domain/urgent', 'are each closed by what was released; 权威信息 is the public answer'],
      ['domain/urgent', 'a press conference is not called when an approver rules so, with the reason'],
    ),
    'press_conference',
  ),
  clause(
    '二(二)3-7',
    '根据进展持续发布权威信息',
    '持续发布权威信息',
    bot('未办结期间每二十四小时报告进展', [
      'domain/urgent',
      'are owed every twenty-four hours: each 进展 gives the next day',
    ]),
    'rolling_report',
  ),

  clause(
    '二(三)-1',
    '及时核实舆情',
    '及时核实舆情',
    person('反馈必填核查情况，网信办审核', [
      'e2e/main-path',
      'sends a final report back with a defect and a new limit, and closes the better one',
    ]),
  ),
  clause(
    '二(三)-2',
    '积极稳妥开展应对处置',
    '积极稳妥开展应对处置',
    person('处置由单位进行，处置措施必填', [
      'e2e/demo-emergencies',
      'D19 a sagging power line: first put right, then answered',
    ]),
  ),
  clause(
    '二(三)-3',
    '区别情况分类处理',
    '进行分类处理',
    person('办理结果、答复形式、诉求类型分列', [
      'domain/request-type',
      'goes before the limit of the category, clock by clock',
    ]),
  ),
  clause(
    '二(三)-4',
    '舆情出现在哪里，就在哪里回应',
    '就在哪里回应',
    bot('回应链接不在原平台的须写明理由，未在原平台的可退回重办', [
      'domain/answer-place',
      'is asked of 王立 when he enters an answer elsewhere',
    ]),
  ),
  clause(
    '二(三)-5',
    '回应围绕焦点，实事求是，多讲老百姓听得懂的话',
    '多讲老百姓听得懂的话',
    person('空话提示，内容由网信办审核，可退回重办', [
      'e2e/demo-concerns',
      'D06 the lawn: an empty answer is sent back, the next one is late, and 督办 brings it',
    ]),
  ),
  clause(
    '二(三)-6',
    '重视本地网络平台回应',
    '重视本地网络平台回应',
    bot('本地论坛列入来源平台，在原帖回应', [
      'e2e/demo-requests',
      'D07 a complaint about the service hall: signed, answered under the post, closed',
    ]),
  ),
  clause(
    '二(三)-7',
    '做好人民网留言版、民生汇的答复',
    '人民网地方领导留言版',
    bot('两个平台列入来源平台，留言板官方回复列入答复形式', [
      'e2e/demo-requests',
      'D01 a dearer parking rule: three units, one explanation',
    ]),
  ),
  clause(
    '二(三)-8',
    '提高政务微博、微信和客户端的开通率',
    '客户端的开通率',
    nobody('政务新媒体的开办，由各单位进行'),
  ),
  clause(
    '二(三)-9',
    '发挥新媒体传播信息、引导舆论、畅通民意的作用',
    '发挥新媒体在传播',
    nobody('机器人不对外发布内容，由各单位的账号发布'),
  ),
  clause(
    '二(四)-1',
    '在时限内如实填写办理情况反馈网信办',
    '如实填写办理情况反馈',
    person('提交反馈表单，时限前提醒，网信办审核', [
      'domain/decide-slip',
      'goes to review with the public answer of the same form',
    ]),
  ),
  clause(
    '二(四)-2',
    '暂不具备办理条件的也须说明',
    '暂时不具备办理条件',
    person(
      '写明原因和复核日期，经同意后到日自动恢复计时',
      ['domain/deferral', 'notes why, what was done, and when it will be looked at again'],
      ['domain/deferral', 'brings the slip back by itself, with a new limit of three working days'],
    ),
  ),
  clause(
    '二(五)-1',
    '网信办跟踪已交办的交办单',
    '的跟踪',
    bot('待办、台账、查询和事项卡片', [
      'e2e/contract',
      'lists what is open and what there is, one message each, and finds by number and by words',
    ]),
  ),
  clause(
    '二(五)-2',
    '逾期不回应的催办',
    '逾期不回应',
    bot('首次回应到时催办', ['domain/ladder', 'when the unit never stirs']),
  ),
  clause(
    '二(五)-3',
    '逾期不反馈的催办',
    '不反馈的进行催办',
    bot(
      '反馈到时催办，每级一次，夜间顺延',
      ['domain/ladder', 'reminds 市水务集团 once, however often the sweep runs'],
      ['e2e/fortnight', 'reminds of each rung once, on time and by day, and owes nothing at its end'],
    ),
  ),
  clause(
    '二(五)-4',
    '经催办仍未解决的由督查室督办',
    '由市政府督查室督办',
    person(
      '机器人到时提请，督查室签发或不予督办',
      ['domain/escalation', 'only proposes: nothing is signed until 吴敏 signs'],
      ['domain/escalation', 'gives a number of its own series and a limit of its own'],
    ),
    'unsolved',
  ),
  clause(
    '二(五)-5',
    '应对不力引发严重后果的由监察局启动问责',
    '由市监察局按照有关规定',
    person('督查室提请、审定后移送监察局，附事实和证据；问责由监察局依规进行', [
      'domain/accountability',
      'gives a number of its own series and sends the file to 市监察局 alone',
    ]),
    'grave',
  ),
  clause(
    '二(六)-1',
    '每月通报交办督办情况',
    '每月对网络政务舆情',
    later('月度通报的数字、文稿和审定尚未实现；单件的催办、督办、退回和表扬已逐项记录'),
  ),
  clause('二(六)-2', '定期对社会公开舆情回应情况', '定期对社会公开', later('公开稿尚未实现')),
  clause(
    '二(六)-3',
    '公开对建设性意见建议的吸收采纳情况',
    '吸收采纳情况',
    person('牵头单位反馈时填写采纳情况和理由；公开稿尚未实现', [
      'domain/findings',
      'is told with the lead’s final report and kept',
    ]),
  ),
  clause(
    '二(六)-4',
    '公开对群众实际困难的研究解决情况',
    '实际困难研究解决',
    person('反馈必填办理结果；公开稿尚未实现', [
      'e2e/demo-requests',
      'D04 unpaid wages: the supporting district does not sign and is urged, the others are left alone',
    ]),
  ),
  clause(
    '二(六)-5',
    '公开对重大问题的调查处置情况',
    '重大问题调查处置情况',
    person('反馈必填核查情况和处置措施；公开稿尚未实现', [
      'e2e/demo-concerns',
      'D11 sewage at a county border: the city bureau leads and answers within a day',
    ]),
  ),

  clause(
    '三(一)-1',
    '建立六家单位参加的会商联席会议制度',
    '会商联席会议制度',
    person(
      '/会商 默认邀请六家，发通知、收回执、记纪要，议定事项转交办',
      [
        'domain/conference',
        'puts a notice into the group of every member, and a card of its own before the office',
      ],
      [
        'domain/conference',
        'give a unit without a slip of the matter one of its own: next number, the task as demand, clocks from now',
      ],
    ),
  ),
  clause(
    '三(一)-2',
    '联席会议办公室设在市政府办',
    '办公室设在市政府办',
    bot('市政府办可以发起会商', [
      'domain/conference',
      'is open to 市政府办 as well, which hosts the 联席会议',
    ]),
  ),
  clause(
    '三(一)-3',
    '日常工作由网信办承担',
    '日常工作由市网信办承担',
    bot('交办、审核、催办的权限在网信办', ['e2e/contract', '审核通过 and 退回重办: the office']),
  ),
  clause(
    '三(一)-4',
    '网信办负责监督、检查、培训、指导',
    '监督、检查、培训、指导',
    nobody('培训和指导由人进行；监督检查所用的台账见二(五)'),
  ),
  clause(
    '三(一)-5',
    '各单位把落实制度作为履行职责的重要内容',
    '作为履行职责的重要内容',
    nobody('由各单位落实'),
  ),
  clause(
    '三(一)-6',
    '纳入网络发言人工作一并落实',
    '纳入网络发言人工作',
    bot('分管领导(网络发言人)列入通讯录，可签收、可同意签发，批示私信送达', [
      'domain/effects',
      '批示 goes to 赵明 and 刘国强 in private; the group reads only that there is one',
    ]),
  ),
  clause(
    '三(一)-7',
    '主要领导负总责',
    '由主要领导负总责',
    bot('重要反馈须同意签发，督办通知送主要领导本人', [
      'domain/effects',
      '签发督办 goes to the unit’s group and to its chief in person',
    ]),
  ),
  clause(
    '三(一)-8',
    '分管领导具体负责',
    '具体负责',
    bot('送签由分管领导或主要领导签发', [
      'domain/effects',
      '送签 goes to those who may sign, each in private',
    ]),
  ),
  clause(
    '三(一)-9',
    '明确专门的工作人员',
    '明确专门的工作人员',
    person('通讯录列明各单位承办人', [
      'domain/directory',
      'lists who holds a role in a body, in directory order',
    ]),
  ),
  clause(
    '三(二)-1',
    '三部门共同做好督查考核',
    '督查考核',
    later('考核用的汇总数字随月度通报实现；考核由三部门进行'),
  ),
  clause(
    '三(二)-2',
    '办结率等结果纳入绩效考核',
    '办结率等相关结果',
    later('办结率等指标尚未计算，随月度通报实现；纳入考核由主管部门办理'),
  ),
  clause(
    '三(二)-3',
    '应对不及时的追究',
    '应对不及时',
    person('作为督办、问责的事由，由督查室审定', [
      'domain/accountability',
      'is 吴敏’s to begin, on a closed slip too, with ground and evidence',
    ]),
    'slow',
  ),
  clause(
    '三(二)-4',
    '办理不认真的追究',
    '办理不认真',
    person('第二次退回重办时提请督办，由督查室审定', [
      'domain/accountability',
      'proposes 督办 for 办理不认真 in the same decision, by the one who sent it back',
    ]),
    'careless',
  ),
  clause(
    '三(二)-5',
    '处置失当造成不良影响的追究',
    '处置失当',
    person('作为督办、问责的事由，附事实和证据', [
      'domain/accountability',
      'is 吴敏’s to begin, on a closed slip too, with ground and evidence',
    ]),
    'mishandled',
  ),
  clause(
    '三(二)-6',
    '视情节通报批评或效能问责',
    '通报批评或效能问责',
    later('效能问责的移送已有；通报批评随月度通报实现'),
  ),
  clause(
    '三(二)-7',
    '落实好的单位和个人予以表扬',
    '按照有关规定进行表扬',
    person('/表扬 记录在案并告知单位', [
      'domain/accountability',
      'is kept with its ground and told in the unit’s group',
    ]),
  ),
  clause(
    '三(三)-1',
    '围绕重点和群众关心的问题加强主题宣传策划',
    '加强主题宣传策划',
    nobody('宣传策划由各单位进行'),
  ),
  clause('三(三)-2', '开辟话题栏目听取意见', '开辟话题栏目听取意见', nobody('栏目由各单位在公开平台开办')),
  clause(
    '三(三)-3',
    '对热点敏感问题预测动态、研判对策、加强引导',
    '预测动态,研判对策',
    person('/预警 登记，关注到期转交办、续期或解除', [
      'domain/watch',
      'filed by 林晓燕 is registered at once, and each watcher’s group gets one card',
    ]),
  ),
  clause(
    '三(三)-4',
    '重大政策、项目、改革同步评估舆情风险',
    '同步评估舆情风险',
    person('单位填写预警，网信办登记', [
      'domain/watch',
      'proposed by 王立 waits for the office, which accepts it by name',
    ]),
  ),
  clause('三(三)-5', '结合评估和公众意见调整优化方案', '调整优化实施方案', nobody('方案由主管单位决定')),
  clause(
    '三(三)-6',
    '及时发布信息，加强与市场、社会的沟通',
    '政府与市场、社会的沟通',
    nobody('由各单位发布和沟通；应急发布的登记见二(二)3'),
  ),
  clause(
    '三(四)-1',
    '对重大舆情及时沟通协调，整体联动',
    '实现整体联动',
    person(
      '会商和各单位口径',
      [
        'e2e/meeting',
        'D18: called within two hours, confirmed by name, minuted, and its decisions become slips',
      ],
      [
        'domain/findings',
        'stands in the lead’s group, redrawn as units report, and again half an hour later at the earliest',
      ],
    ),
  ),
  clause(
    '三(四)-2',
    '网上问题网下解决，舆情处置与事件处置结合',
    '网上问题、网下解决',
    person('反馈须写处置措施和结果，不只写回应', [
      'e2e/demo-emergencies',
      'D19 a sagging power line: first put right, then answered',
    ]),
  ),
  clause('三(四)-3', '精心组织，健全机制，创造工作条件', '创造良好工作条件', nobody('由各单位落实')),
  clause(
    '结尾-1',
    '各县(市)、区可建立相应制度',
    '建立相应的网络政务舆情',
    bot('通讯录可列多个交办机构，各自的编号、单位和可见范围分开', [
      'domain/directory',
      'not the office of a county, nor its staff: an office sees what it issued',
    ]),
  ),
]
