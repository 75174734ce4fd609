/** Words in this module are data: what stands beside names in Chinese news and is no part of them. */

function words(list: string): ReadonlySet<string> {
	return new Set(list.trim().split(/\s+/));
}

/** One character that does the work of grammar: it ends whatever name stood before it. */
export const FUNCTION_CHARACTERS = words(`
	的 了 着 过 地 得 在 从 至 到 沿 由 经 往 向 于 对 将 把 被 让 使 给 为 以 因 当 按 据 用 随 距 离
	和 与 及 或 并 而 且 但 则 也 都 还 就 又 再 更 最 很 已 正 未 不 无 没 只 仅 均 皆 即 如 若 虽
	是 有 称 叫 名 说 要 能 会 可 应 须 请 该 此 这 那 其 某 每 各 本 我 你 他 她 它 们 谁 哪 等 之 所 者
	接 起 探 闯 坐 乘 走 去 来 看 开 建 修 抵 赴 绕 驶 达 入 出 进 住 设 办 拟 共 约 近 超 条 座 个 家 项 批 名 位 场 次 间 处 所 片 段 级 类 种
`);

/** Conjunctions join names; at the beginning of a phrase they can only be part of one (和燕路). */
export const CONJUNCTIONS = words('和 与 及 以及 或 暨 跟 同 并');

/** Verbs and describing words that dictionaries also know as nouns; they end what stood before. */
export const ACTIONS = words(`
	互联互通 下列 上述 何况 现状 顺接 接上 接入 接通 图为 分为 改为 称为 起自 东起 西起 南起 北起 东至 西至 南至 北至 东接 西接 南接 北接 关心 谋划 美化 亮化 净化 硬化 绿化 平均 贯穿 横跨 纵贯 建设 改造 规划 开工 开通 通车 施工 竣工 投产 投用 运营 运行 启用 开放 推进 推动 加快 打造 实施 完成 实现 启动
	建成 新建 改建 扩建 续建 在建 拟建 修建 筹建 兴建 拓宽 延伸 连接 衔接 串联 贯通 打通 途经 经过 穿越 跨越 覆盖 涉及
	位于 坐落 落户 落地 入驻 进驻 依托 围绕 聚焦 包括 包含 例如 比如 来自 前往 抵达 到达 驶入 驶出 直达 换乘 乘坐 步行
	管理 治理 整治 维护 养护 检修 维修 整修 改名 更新 提升 升级 优化 完善 布局 引进 引入 招商 支持 组织 参加 参与 举办 举行 召开
	走进 走访 调研 考察 参观 获悉 了解 介绍 表示 报道 发布 公布 宣布 通报 提出 要求 计划 预计 争取 力争 确保 联合 联动 合作 共建
	沿线 沿岸 两岸 两侧 两旁 附近 周边 周围 以东 以西 以南 以北 以内 以外 之间 一带 一线 旗下 下属 所属 所在 期间 目前 今年 明年 去年
	企业 居民 市民 群众 村民 游客 乘客 旅客 记者 学生 师生 老师 专家 代表 负责人 书记 局长 主任 驾驶人 司机 车辆 公交 客流 车流
	项目 工程 标段 路段 区域 地区 地段 方向 双向 单向 全长 总长 长度 面积 总投资 作为 成为 形成 属于 其中 以及 除了 通过 根据 关于 由于
	全市 全区 全县 全镇 全省 全国 本市 本区 我市 我区 当地 多个 多条 多座 一座 一条 一个 两条 两座 首个 首座 首条 几个 各个 各大 部分 所有 其他
	轨道 轨道交通 地铁 轻轨 公交车 巴士 双方 分别 同时 此外 另外 陆续 继续 率先 正式 全面 全线 主线 起点 终点 起于 止于
	靠近 毗邻 紧邻 相邻 邻近 对面 南侧 北侧 东侧 西侧 南段 北段 东段 西段 中段 南岸 北岸
`);

/** Words that only describe a street or square: with nothing else there is no name. */
export const DESCRIPTIONS = words(`
	城市 市政 骨架 主干 次干 支 主 辅 主要 重要 道 公 铁 网 线 思 出 套 渠 销 门 马 车 水 陆 海 航 电 半 一 沿 后 前 老 新 旧 大 小 好 高 远 近 短 长 问 引 带 同 顺 名 水系
	乡村 农村 乡镇 县 乡 村 镇 市 区 省 省级 市级 区级 县级 国家 国家级 世界 全球 国际 国内 高速 快速 断头 断 十字 丁字 三岔 交叉 柏油 水泥 泥 土 石板 林荫 康庄
	干 环 小街 背街 背 大街 商业 步行 美食 特色 网红 旅游 夜市 风情 古 老旧 现代化 智慧 绿色 美丽 和谐 示范 口袋 街头 街心 郊野 湿地 森林 主题 入口 出口 中心 市民
	必经之 回家 上学 求学 致富 民生 连心 人生 停车 游乐 城区 集市 改革 长征 丝绸之 花 逛 上 下 公共 综合 专业 大型 中型 小型 配套 临时 单行 高架 地下 过街 应急 消防 绿化 景观 过江 过街 跨江 跨海 海底 公路 铁路 市中心 出站 进站 绿地 互通式 母亲 疏港 地面 地上 隧道 空中
`);

/** Words that only describe an institution or a park, though a street may be called by them. */
export const PURPOSES = words(`
	轨道 换乘 交通 经济 养老 托育 托老 日间 公交 地铁 客运 充电 加油 加气 换电 变电 收费 服务区 检查 检测 监测 观测 气象 水文 雷达 消防 污水处理 垃圾 中转 转运 救助 工作 文化 电视 广播 直播 空间 发射 卫星
	妇产 妇女 结核 血液 肿瘤 口腔 眼科 骨科 精神 传染病 胸科 定点 中 基层 互联网 私立 名牌 高等 本科 理工 师范 医科 医学 农业 财经 外国语 古镇 行政 自然 建制 中心镇 城关 产粮 工程 特长 越岭 人行 步行 景观
	儿童 社区 专科 三甲 公立 民营 民办 重点 联合 标准 灯塔 智能 数字 科技 产业 工业 创新 研发 数据 服务 政务 便民 购物 健身 休闲 生态 滨水 带状 文化 体育 文体 幸福 现代 历史
	发展 复兴 创业 希望 富强 山地 地质 矿山 遗址 植物 动物 人民 妇幼 妇幼保健 保健 中医 中心 第一 第二 第三 第四 第五 第六 第七 第八 第九 附属 老年 开放 职业 技术 实验 展览 会展 会议 国际 金融 商务
`);

/** Ends of everyday words that are the same characters as ends of names. */
export const EVERYDAY = words(`
	闭园 开园 入园 出园 游园 逛园 校园 公园内 果园 田园 乐园梦 花园 家园 乡村 农村 进村 下村 驻村 城中村 网站 车站 到站 进站 出站 下站 停站 驿站 逛街 上街 沿街 背街 临街 一条街 镇街
	出港 进港 到港 离港 上山 下山 爬山 登山 进山 江山 过江 跨江 沿江 滨江 临江 两江 三江 过河 沿河 滨河 临河 建厂 进厂 出厂 办厂 过桥 上桥 下桥 架桥 修路 铺路 探路 上路 开路 让路 赶路 走路 问路 带路 新路 之路 老路 出路
	电池 水池 泳池 浴池 城池 瑶池 县城 老城 主城 全城 双城 古城 名城 江城 山城 京城 都城 商城 入城 进城 出城 环城 绕城 长城 之城 省城 蓉城 羊城 鹏城 泉城 星城 冰城 春城 旧城 围城 倾城 满城 高峰 顶峰
	道路 线路 思路 网路 电路 水路 陆路 套路 退路 半路 一路 沿路 环湖 沿湖 滨湖 城乡 家乡 水乡 老乡 下乡 返乡 古镇镇 乡镇 城镇 村镇 集镇 重镇 大镇 强镇 名镇 海湾 港湾
`);

/** Cities and provinces whose names end like those of waters and mountains. */
export const CITIES = words(`
	四岸 南广场 北广场 东广场 西广场 离岛 水港 枢纽港 璧山 昆山 巫山 铜山 房山 萧山 象山 坪山 宝山 金山 洪山 秀山 彭山 常山 岱山 玉山 含山 灵山 城中村 亚洲 欧洲 非洲 美洲 株洲 满洲 绿洲 大洲 五大洲 沙洲 浙江 黑龙江 镇江 九江 湛江 阳江 内江 丽江 江 湖 河 山 岛 湾 港 塔 园 台湾 香港 青岛 秦皇岛 葫芦岛 海南岛 连云港 防城港 贵港 张家港
	唐山 佛山 中山 鞍山 马鞍山 黄山 乐山 眉山 保山 舟山 文山 凉山 鹤山 昆山 白山 双鸭山 平顶山 六盘山 石嘴山 漯河 黑河 热河 江山 靠山 火山 矿山 高山 爬山 登山
	海湾 港湾 河湖 江河 江湖 山河 运河 内河 黄河流域 半岛 群岛 小岛 海岛 海港 良港 大港 自贸港 校园 公园 花园 乐园 家园 庄园 果园 田园 园 灯塔 大山 深山 青山 绿水青山 大江 小溪 小河 大河
	太空港 空港 陆港 航空港 国际陆港 物流港 自由贸易港
`);

/** Single nouns that stand for a whole and name nothing by themselves. */
export const PLAIN_CHARACTERS = words(
	'市 区 县 省 村 镇 乡 州 旗 街 路 车 人 水 城 园 站 桥 厂 院 校 店 楼 馆 群 局 部 厅 委 办 段 期 号'
);

/** Cities that are also everyday words, so that a tagger takes them for these. */
export const CITY_WORDS = words(`
	保定 大同 长治 运城 包头 大连 营口 通化 合肥 新余 烟台 日照 开封 焦作 商丘 信阳 周口 孝感 怀化 茂名 河源 清远 百色 来宾 海口 自贡 攀枝花 资阳 遵义 毕节 铜仁 大理 宝鸡 天水 平凉 酒泉 银川 常熟
`);
