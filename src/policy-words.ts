import type { Policy } from './domain/policy.ts'

/** Where a value comes from: the notice, a rule above it, the practice of other places, or our own choice with its reason. */
export type Source =
  | { readonly kind: 'notice'; readonly clause: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'practice'; readonly places: string }
  | { readonly kind: 'choice'; readonly reason: string }

export interface PolicyWord {
  /** What the value settles, for whoever writes the file. */
  readonly what: string
  /** What a figure counts; absent where the value itself says it. */
  readonly unit?: string
  readonly source: readonly Source[]
}

/** Parts that are told value by value; in the file each of their values may be left out. */
export const groupedParts = [
  'words',
  'hours',
  'quiet',
  'publishing',
  'emergency',
  'monitoring',
  'attachments',
  'extension',
  'contest',
  'deferral',
  'similar',
  'keywords',
  'terms',
] as const satisfies readonly (keyof Policy)[]
type Grouped = (typeof groupedParts)[number]

/** A value of the policy file by its place, e.g. `emergency.rollingReport`. */
export type PolicyPlace =
  | Exclude<keyof Policy, Grouped>
  | { [G in Grouped]: `${G}.${keyof Policy[G] & string}` }[Grouped]

const notice = (clause: string): Source => ({ kind: 'notice', clause })
const rule = (name: string): Source => ({ kind: 'rule', name })
const practice = (places: string): Source => ({ kind: 'practice', places })
const choice = (reason: string): Source => ({ kind: 'choice', reason })

const publicOpinion61 = rule('国办发〔2016〕61号：特别重大、重大以外的政务舆情48小时内回应')
const openness80 = rule('国办发〔2016〕80号：5小时内发布权威信息，24小时内举行新闻发布会')
const lessFormalism = rule('《整治形式主义为基层减负若干规定》')

/** Of every value what it settles and where it comes from. A value without its words does not compile. */
export const policyWords: Readonly<Record<PolicyPlace, PolicyWord>> = {
  'words.slip': {
    what: '交办单的代字，即文号开头的几个字。改动后，旧单须写完整文号查找',
    source: [rule('GB/T 9704—2012 发文字号的格式'), choice('代字由各市自定')],
  },
  'words.supervision': { what: '督办通知的代字', source: [choice('代字由各市自定')] },
  'words.transfer': { what: '问责建议移送函的代字', source: [choice('代字由各市自定')] },
  'words.whistle': {
    what: '举报件交办单的代字，须与交办单的代字不同',
    source: [choice('单独编号，交办单的文号不因举报件缺号')],
  },
  'hours.periods': {
    what: '办公时间各时段，先后相接、不重叠。工作日时限到当天最后一个时段结束为止',
    unit: 'HH:MM',
    source: [choice('通知未规定，按一般机关作息')],
  },
  'hours.seasons': {
    what: '一年中作息不同的日期，如夏季作息',
    unit: '起止日期 MM-DD，时段 HH:MM',
    source: [choice('各地自定，默认不分季节')],
  },
  hoursOf: {
    what: '作息不同的交办机构，按通讯录中的编号列出，写法同 hours',
    source: [choice('默认各机构作息相同')],
  },
  'quiet.from': {
    what: '免打扰开始。机器人自行发出的一般提醒在夜间和休息日顺延，不影响时限',
    unit: 'HH:MM',
    source: [lessFormalism],
  },
  'quiet.to': { what: '免打扰结束，顺延的提醒此时补发', unit: 'HH:MM', source: [lessFormalism] },
  urgentLevels: {
    what: '不受免打扰限制、申请退回须在短时限内提出的等级；电话先行的交办单，无论等级都不受免打扰限制',
    source: [notice('二(二)3 特别重大、重大事件快速反应')],
  },
  emptyPhrases: {
    what: '反馈中不宜出现的空话，提交时提示一次，不阻止',
    source: [practice('乐清要求不用“近期”“尽快”“即将”一类词'), choice('补充同类词')],
  },
  singleSigner: {
    what: '同一人可以起草并签发',
    source: [notice('二(二)3 网信办负责审核把关'), choice('默认两人把关')],
  },
  conferenceMembers: {
    what: '联席会议成员单位，写名称或简称；通讯录中没有的略过',
    source: [notice('三(一)'), choice('并列机构改革后的名称')],
  },
  signoff: {
    what: '需要同意签发的反馈由谁签：`chief` 只限主要领导，`chief_or_spokesperson` 分管领导也可',
    source: [
      notice('三(一) 主要领导负总责，分管领导具体负责'),
      practice('一般件由分管领导签发（蚌埠、衡阳）'),
    ],
  },
  signoffLevels: {
    what: '反馈须经同意签发的等级',
    source: [practice('重要件由主要领导签发（蚌埠、衡阳）')],
  },
  signoffCategories: {
    what: '反馈须经同意签发的分类',
    source: [practice('市领导批示件由主要领导签发（蚌埠、衡阳）'), choice('媒体曝光监督同样对待')],
  },
  'publishing.publishes': {
    what: '一件多单时由谁公开回应：`lead` 只由牵头单位，`every` 各单位分别回应',
    source: [notice('一 多个部门回应信息须准确一致')],
  },
  'publishing.categories': { what: '另有规定的分类', source: [choice('默认没有例外')] },
  'publishing.groups': {
    what: '始终就本地情况自行回应的单位类别',
    source: [notice('一 涉及多个地方的，相关地方按属地管理回应')],
  },
  'emergency.categories': {
    what: '适用权威信息、新闻发布会和滚动报告时限的分类，须同时符合等级',
    source: [notice('二(二)2 三类紧急交办')],
  },
  'emergency.levels': { what: '适用上述时限的等级', source: [notice('二(二)3 特别重大、重大突发事件')] },
  'emergency.receipt': {
    what: '适用上述时限的事项中，比等级规定更早签收的分类',
    source: [choice('突发事件与特别重大事项的签收时限相同')],
  },
  'emergency.firstReport': {
    what: '首报：`categories` 各分类的牵头单位须在 `within` 内首报现场处置情况，自通话或签发时起，不分等级',
    source: [notice('二(二)2 可能影响生命财产安全的隐患'), choice('先处置后回应，一小时内首报')],
  },
  'emergency.authoritativeInfo': {
    what: '发布权威信息的时限，自通话或签发时起，不得长于5小时',
    source: [notice('二(二)3'), openness80],
  },
  'emergency.pressConference': {
    what: '举行新闻发布会的时限，自通话或签发时起，不得长于24小时',
    source: [notice('二(二)3'), openness80],
  },
  'emergency.conferenceCategories': {
    what: '须举行新闻发布会的分类',
    source: [notice('二(二)3'), choice('隐患类以处置和通报为主，不要求发布会')],
  },
  'emergency.clues': {
    what: '线索移交：`categories` 可以移交线索的分类，`to` 表单上预填的移送单位名称或简称，通讯录中没有的略过',
    source: [notice('二(二)2 严重危害秩序和国家利益的不实信息'), choice('造谣传谣线索移交公安和网信')],
  },
  'emergency.rollingReport': {
    what: '未办结期间牵头单位报告进展的间隔',
    source: [notice('二(二)3 持续发布权威信息'), choice('每日一次')],
  },
  'emergency.formal': {
    what: '补发正式交办单：`within` 自通话起的时限，`againHours` 逾期后每隔几小时提醒，`times` 共提醒几次，最后一次同时报市政府办',
    unit: '小时、次',
    source: [notice('二(二)2 之后再补充填报'), choice('当班即补')],
  },
  'emergency.callWithinHours': {
    what: '电话交办最迟在通话后多久登记',
    unit: '小时',
    source: [choice('更早的通话，所起时限多已届满')],
  },
  'emergency.ringChief': {
    what: '应用内加急通知到主要领导的等级',
    source: [notice('三(一) 主要领导负总责'), choice('仅限最高等级，避免滥用加急')],
  },
  'monitoring.every': {
    what: '全网监测两次登记的间隔',
    source: [notice('二(一) 重大突发事件24小时全网监测'), choice('每两小时一次')],
  },
  'monitoring.categories': {
    what: '签发后自动开始全网监测的分类，须同时符合等级',
    source: [notice('二(一)')],
  },
  'monitoring.levels': { what: '签发后自动开始全网监测的等级', source: [notice('二(一)')] },
  'attachments.most': {
    what: '每张交办单、每件舆情最多收多少份附件',
    unit: '份',
    source: [choice('佐证材料够用为度，避免重复报送')],
  },
  reworkShare: {
    what: '退回重办未另写时限时，给原工作日时限的几成，至少1个工作日',
    unit: '0到1之间的小数',
    source: [choice('重办只补不足，给一半时间')],
  },
  supervisionTerm: {
    what: '督办通知未另写时限时的办理时限',
    source: [notice('二(五) 经催办仍未解决的由督查室督办'), choice('与较大事项的反馈时限相同')],
  },
  directiveTerm: {
    what: '领导在报告上作出批示、未写回复时限时，承办单位的回复时限',
    source: [choice('与督办通知的时限相同')],
  },
  'extension.times': {
    what: '一件交办单可以延期几次',
    unit: '次',
    source: [choice('各地均未规定次数，默认一次')],
  },
  'extension.workdays': {
    what: '各次延期合计不超过原时限后多少个工作日',
    unit: '工作日',
    source: [practice('延长不超过10个工作日（山东省热线）')],
  },
  'extension.notFor': {
    what: '不受理延期、只报进展的等级',
    source: [notice('二(二)3 持续发布权威信息'), choice('紧急事项报进展代替延期')],
  },
  'contest.within': {
    what: '申请退回（非本单位职责）的时限',
    source: [practice('24小时至2个工作日（衡阳、山东省热线、徐州）')],
  },
  'contest.withinUrgent': {
    what: '上述不受免打扰限制的等级申请退回的时限',
    source: [choice('与特别重大事项的签收时限相同')],
  },
  'contest.hops': {
    what: '改派满几次后裁定为最终，不再退回',
    unit: '次',
    source: [choice('避免推来推去，之后由网信办指定')],
  },
  'deferral.workdays': {
    what: '暂不具备条件时，承诺的复核日期最远在多少个工作日后',
    unit: '工作日',
    source: [notice('二(四) 暂不具备条件的须说明'), practice('最长60个工作日（六安）')],
  },
  'deferral.term': { what: '到复核日期后的反馈时限', source: [choice('与较大事项的反馈时限相同')] },
  'similar.days': {
    what: '与多少天内的舆情比对文字，链接相同的不限',
    unit: '天',
    source: [choice('一个月')],
  },
  'similar.score': {
    what: '文字相同到几成提示可能重复',
    unit: '0到1之间的小数',
    source: [choice('按演练事项调定')],
  },
  'similar.most': { what: '最多列出几件可能重复的舆情', unit: '件', source: [choice('卡片上看得过来')] },
  'similar.atSubmit': {
    what: '提交审核时：`tell` 只在待签发卡片上列出，`advise` 同时提示起草人',
    source: [choice('默认不打断起草')],
  },
  'keywords.categories': {
    what: '建议分类的关键词，靠前的优先',
    source: [notice('二(二)1、2 七类和三类舆情'), choice('常见说法')],
  },
  'keywords.levels': { what: '建议等级的关键词，靠前的优先', source: [choice('常见说法，由人确定')] },
  'keywords.requestTypes': { what: '建议诉求类型的关键词', source: [choice('常见说法，由人确定')] },
  'keywords.units': {
    what: '建议承办单位的关键词，`of` 写单位名称或简称',
    source: [choice('按一般职责分工，由人确定')],
  },
  'terms.extraordinary': {
    what: '特别重大事项的时限',
    source: [notice('二(二)3 5小时权威信息'), choice('30分钟签收；三日内首次全面反馈，其后滚动报告')],
  },
  'terms.major': {
    what: '重大事项的时限',
    source: [
      practice('签收1小时（北京12345），首次回应24小时（宁波、合肥、南京），办结3个工作日（黄岩、登封）'),
    ],
  },
  'terms.serious': {
    what: '较大事项的时限',
    source: [
      practice('签收2小时（北京12345），首次回应24小时（宁波、合肥、南京），办结3个工作日（黄岩、登封）'),
    ],
  },
  'terms.ordinary': {
    what: '一般事项的时限',
    source: [
      publicOpinion61,
      practice('签收3至4小时（南通、荆门、新安），办结5个工作日（荆门、乐清、六安、山东、石家庄）'),
    ],
  },
  categoryTerms: {
    what: '分类另定的时限，先于等级的时限',
    source: [practice('媒体曝光24小时内首次回应（宁波、合肥）')],
  },
  categoryLevel: {
    what: '未选等级时各分类的等级',
    source: [notice('二(二)2 三类紧急事项'), choice('紧急类为重大，其余按影响范围')],
  },
  requestTerms: {
    what: '一般事项按诉求类型另定的时限，先于分类的时限',
    source: [practice('咨询3个工作日（12345 考核办法），建议7个工作日（合肥），投诉举报5个工作日（乐清）')],
  },
  categoryDefaults: {
    what: '各分类建议的答复形式、交办去向和注意事项，显示给起草人',
    source: [notice('一、二(二)、二(三)'), choice('按通知整理的提示语，由人确定')],
  },
  ladder: {
    what: '提醒、催办、提请督办、提请问责、批示逾期报告、无人阅处再次报送的梯级，见下表',
    source: [
      notice('二(五)'),
      practice('到期前提醒、到期次日书面催办（12345 考核办法），逾期数日转督办（十堰、巢湖、三明）'),
    ],
  },
}
