import { type Body, bodyFrom, bodyNamed, type City, personNamed, type UnitGroup } from './city.ts'
import { demoMatters } from './demo-matters.ts'
import { urgentMatters } from './urgent-matters.ts'

/** A responsible unit: handlers first, then the spokesperson, then the chief. */
function unit(id: string, name: string, group: UnitGroup, aliases: string, people: string): Body {
  const names = people.split(' ')
  const posts = names.map((person, i) => {
    if (i === names.length - 1) return `${person}:chief`
    return i === names.length - 2 ? `${person}:spokesperson` : `${person}:handler`
  })
  return bodyFrom({ id, name, unit: group, aliases, people: posts.join(' ') })
}

/** The fictional city 滨江市: its offices, and the units that answer to its citizens. */
export const binjiang: City = {
  name: '滨江市',
  matters: demoMatters,
  emergencies: urgentMatters,
  bodies: [
    bodyFrom({
      id: 'wangxinban',
      name: '市网信办',
      office: 'office',
      people: '林晓燕:office 吴思远:office 周建国:office+approver 何文斌:approver 郑国栋:chief',
      chat: '市网信办舆情处置群',
    }),
    bodyFrom({
      id: 'zhengfuban',
      name: '市政府办公室',
      office: 'government_office',
      people: '程雅琴:office 沈伟明:spokesperson 梁宏达:chief',
      chat: '市政府办公室联席会议群',
    }),
    bodyFrom({
      id: 'duchashi',
      name: '市政府督查室',
      office: 'supervision',
      people: '马振华:supervisor 丁玉洁:supervisor',
      chat: '市政府督查室督办群',
    }),
    bodyFrom({
      id: 'jianchaju',
      name: '市监察局',
      office: 'discipline',
      unit: 'department',
      aliases: '监察局 监察',
      people: '贺铁军:discipline+handler 苏静怡:discipline+handler 廖正坤:spokesperson 尹守义:chief',
      chat: '市监察局问责建议群',
    }),
    bodyFrom({
      id: 'shilingdao',
      name: '市领导',
      office: 'leaders',
      people: '宋明远:leader 韩秋实:leader 江海波:leader',
      chat: '市领导舆情专报群',
    }),
    unit(
      'shuiwu-jituan',
      '市水务集团',
      'enterprise',
      '水务 水务集团 自来水公司',
      '赵海涛 孙丽萍 李建民 王振江',
    ),
    unit('zhujian', '市住建局', 'department', '住建 住建局', '刘志强 陈晓梅 杨卫东 黄国华'),
    unit('gongan', '市公安局', 'department', '公安 公安局', '徐鹏飞 高云霞 朱立军 罗永刚'),
    unit('yingji', '市应急办', 'department', '应急 应急办', '邓超群 谢海燕 曹志远'),
    unit('xinfang', '市信访局', 'department', '信访 信访局', '彭淑珍 曾广平 萧敬山'),
    unit('fagai', '市发改委', 'department', '发改 发改委', '田文博 董雪梅 潘俊杰 袁启明'),
    unit('jiaoyu', '市教育局', 'department', '教育 教育局', '蔡文静 余晓东 叶春华 蒋树人'),
    unit('renshe', '市人社局', 'department', '人社 人社局', '杜小军 魏玉兰 任天佑'),
    unit('ziran', '市自然资源局', 'department', '自然资源局 国土', '姜山 范丽娟 方大为'),
    unit('shengtai', '市生态环境局', 'department', '生态环境局 环保局', '石磊 金秀英 邱绿洲'),
    unit('chengguan', '市城管局', 'department', '城管 城管局', '崔永亮 侯佳佳 白建业'),
    unit('jiaotong', '市交通运输局', 'department', '交通局 交通', '龙飞 史春燕 陶冶 钟路遥'),
    unit('shuiwu-ju', '市水务局', 'department', '水务局', '薛江涛 孔令仪 毛长河'),
    unit('nongye', '市农业农村局', 'department', '农业局 农业农村局', '万宝田 常青 段禾生'),
    unit('wenlv', '市文旅局', 'department', '文旅 文旅局', '顾采薇 郝景行 龚自清'),
    unit('weijian', '市卫健委', 'department', '卫健 卫健委', '邵明慧 万芳 秦济民'),
    unit('shichang', '市市场监管局', 'department', '市监局 市场监管局', '尚进 黎晓光 易公平'),
    unit('yibao', '市医保局', 'department', '医保 医保局', '汤文娟 温良玉 严守正'),
    unit('minzheng', '市民政局', 'department', '民政 民政局', '牛慧芳 洪福生 施仁政'),
    unit('zhengwu', '市政务办', 'department', '政务办 12345', '齐美华 康乐平 章程远'),
    unit('gongjiao', '市公交集团', 'enterprise', '公交 公交集团', '胡长顺 武晓丽 阎路生'),
    unit('gongdian', '市供电公司', 'enterprise', '供电 供电公司', '雷鸣 华光明 游电生'),
    unit('yunxi', '云溪区政府', 'county', '云溪 云溪区', '倪小溪 傅天成 柳成荫 安国泰'),
    unit('lingang', '临港区政府', 'county', '临港 临港区', '汪洋 庄重 关海平'),
    unit('shiliang', '石梁市政府', 'county', '石梁 石梁市', '梅雪峰 戴月明 岳石坚'),
    unit('dongping', '东屏县政府', 'county', '东屏 东屏县', '樊小农 屈平安 卓远山'),
    unit('jingkaiqu', '经济技术开发区', 'zone', '经开区 开发区', '鲁志成 连杰 祝兴业'),
  ],
}

const who = (name: string) => personNamed(binjiang, name)

/** The people most stories are about. */
export const people = {
  /** 市网信办 clerk who drafts. */
  linXiaoyan: who('林晓燕'),
  /** Second clerk of 市网信办. */
  wuSiyuan: who('吴思远'),
  /** Approver of 市网信办, who may also do office work. */
  zhouJianguo: who('周建国'),
  /** Second approver. */
  heWenbin: who('何文斌'),
  /** Handlers of 市水务集团, then its spokesperson and chief. */
  zhaoHaitao: who('赵海涛'),
  sunLiping: who('孙丽萍'),
  liJianmin: who('李建民'),
  wangZhenjiang: who('王振江'),
  /** Handlers of 市住建局, then its spokesperson and chief. */
  liuZhiqiang: who('刘志强'),
  chenXiaomei: who('陈晓梅'),
  yangWeidong: who('杨卫东'),
  huangGuohua: who('黄国华'),
  /** Supervisor of 市政府督查室. */
  maZhenhua: who('马振华'),
  /** 市监察局. */
  heTiejun: who('贺铁军'),
  /** The mayor, and the deputy mayor in charge. */
  songMingyuan: who('宋明远'),
  hanQiushi: who('韩秋实'),
} as const

/** The group chats most stories are about. */
export const chats = {
  office: bodyNamed(binjiang, '市网信办').chatId,
  shuiwuJituan: bodyNamed(binjiang, '市水务集团').chatId,
  zhujian: bodyNamed(binjiang, '市住建局').chatId,
  supervision: bodyNamed(binjiang, '市政府督查室').chatId,
  discipline: bodyNamed(binjiang, '市监察局').chatId,
  leaders: bodyNamed(binjiang, '市领导').chatId,
} as const
