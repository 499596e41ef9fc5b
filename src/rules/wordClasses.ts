/*
 * Words that many terms need in one place, by the name that the notation has for them: `log in from <china>`. A class is a part of its own
 * in a pattern, so that its words are stored once, however many terms use it.
 */

const cities = [
  'beijing|shanghai|shenzhen|guangzhou|hangzhou|suzhou|nanjing|wuhan|chengdu|hefei|wuxi|xi\'an|xian|tianjin|chongqing|dalian|ningbo|dongguan|qingdao|jinan|changsha',
  'xiamen|zhuhai|fuzhou|zhengzhou|shenyang|changchun|harbin|kunming|guiyang|nantong|changzhou|foshan|wenzhou|jiaxing|shaoxing|huizhou|huzhou|kunshan|nanchang|taiyuan|lanzhou|urumqi',
  'zhangjiang|zhongguancun|haidian|pudong|nanshan|lingang|xiongan|guizhou|sichuan|guangdong|jiangsu|zhejiang|anhui|hubei|hunan|shandong|fujian|hainan|hebei|henan|shaanxi|shanxi|liaoning|yunnan',
].join('|');
const zhCities = [
  '北京|上海|深圳|广州|杭州|苏州|南京|武汉|成都|合肥|无锡|西安|天津|重庆|大连|宁波|东莞|青岛|济南|长沙|厦门|珠海|福州|郑州|沈阳|长春|哈尔滨|昆明|贵阳|南通|常州|佛山',
  '温州|嘉兴|绍兴|惠州|湖州|昆山|南昌|太原|兰州|乌鲁木齐|张江|中关村|海淀|浦东|南山|临港|雄安|贵州|四川|广东|江苏|浙江|安徽|湖北|湖南|山东|福建|海南|河北|河南|陕西|山西|辽宁|云南',
].join('|');

/** By name, the words of a class, in the term notation without alternatives. */
export const wordClasses = {
  /** Places in China (Hong Kong and Macau count, as they do for US export and data rules), and what stands for them. */
  china: [
    ...'china|mainland china|the mainland|prc|the prc|people\'s republic of china|hong kong|macau|macao'.split('|'),
    ...cities.split('|'),
    ...'中国|中国境内|中国大陆|大陆|内地|境内|国内|香港|港澳|澳门'.split('|'),
    ...zhCities.split('|'),
  ],
  /** People as they are counted in data, singular. */
  people: [
    ...'people|person|individual|patient|user|member|customer|client|subscriber|consumer|american|resident|donor|subject|student|pupil'.split('|'),
    ...'policyholder|policy holder|borrower|cardholder|card holder|driver|rider|passenger|traveller|traveler|visitor|shopper|participant|enrollee'.split('|'),
    ...'wearer|employee|worker|veteran|soldier|sailor|parent|child|children|minor|player|applicant|account holder|account|household|caller|speaker'.split('|'),
    ...'患者|病人|病患|用户|会员|客户|顾客|消费者|居民|员工|职工|店员|司机|车主|乘客|旅客|学生|被保险人|投保人|参保人|借款人|持卡人|受试者|志愿者|捐献者'.split('|'),
    ...'军人|士兵|玩家|访客|住户|家庭|账号|账户|儿童|未成年人|申请人|个人|人'.split('|'),
  ],
  /** What has numbers that look like those of parts: rooms, roads, flights, seats, forms. */
  numbered: [
    ...'room|meeting room|conference room|board room|boardroom|classroom|auditorium|suite|ward|lounge|cabin|wing|corridor|stall|aisle'.split('|'),
    ...'booth|stand number|counter|desk|seat|locker|bed|gate|pier|dock|berth|bay|parking|parking at|parking is at|behind lot|parking bay|parking lot|car park|plot|parcel|apartment|flat'.split('|'),
    ...'road|county road|highway|motorway|route|street|avenue|lane|exit ramp|take exit|ramp|slip road|interchange|junction|roundabout|bridge|tunnel|dual carriageway'.split('|'),
    ...'bus|bus stop|tram|train|flight|airbus|aircraft|airplane|aeroplane|turboprop|jet|ferry|van|sedan|tractor|lorry|bicycle|terminal'.split('|'),
    ...'form|invoice|receipt|ticket|voucher|printer|camera|vacuum|vacuum cleaner|paint|tile|beam|steel|pipe|bolt|filter|pump|valve|biodiesel|blend'.split('|'),
    ...'会议室|包间|包厢|包房|房间|房间号|客房|教室|报告厅|会议厅|展厅|宴会厅|展位|展台|柜台|柜位|座位|号座|车位|停车位|车库|床位|门牌|门牌号|楼层|栋|馆|厅|铺位|储物柜'.split('|'),
    ...'国道|省道|县道|乡道|公路|高速|高速公路|匝道|出口匝道|马路|号路|大道|号线|路公交|公交|巴士|车站|站台|登机口|航班|班机|客机|航线|车次|列车|车厢|渡轮|轿车|车型'.split('|'),
    ...'户型|地块|型钢|钢|混凝土|瓷砖|油漆|轴承|螺栓|滤芯|水泵|打印机|相机|扫地机|吸尘器|电梯|发票|单据|型号牌'.split('|'),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WordClass = keyof typeof wordClasses;

/** A word of each class in English and one in Chinese. */
export const wordClassSamples: Readonly<Record<WordClass, readonly string[]>> = {
  china: ['shenzhen', '境内'],
  people: ['patient', '患者'],
  numbered: ['room', '会议室'],
};

export const wordClassNames = Object.keys(wordClasses) as readonly WordClass[];

export function isWordClass(name: string | undefined): name is WordClass {
  return name !== undefined && Object.hasOwn(wordClasses, name);
}
