/** Terms of conferences that segmenters of Chinese don't know, and so take to pieces. One more is one more word here. */
import { once } from './once.js'

const terms = `
可观测 链路 全链路 压测 租户 多租户 机房 显存 内存池 算力 复盘 微服务 服务网格 多模态 提示词 智能体 大模型 小模型 优化 灰度 熔断
限流 降级 弹性 扩容 缩容 扩缩容 容器化 编排 镜像 沙箱 埋点 中台 前端 后端 全栈 运维 开源 闭源 踩坑 选型 架构师 时延 吞吐 吞吐量
高可用 高并发 低代码 分布式 副本 冷启动 热更新 向量库 知识库 数据湖 湖仓 数仓 微调 蒸馏 量化 剪枝 召回 信创 国产化 出海
阿里云 腾讯云 华为云 灵雀云 金山云 火山引擎 负责人 主持人 实验室 颁奖典礼
零信任 密钥 鉴权 网关 单体 底座 基座 企业级 轻量级 生产级 可用区 看板 存算 流批 云边 直播间 主论坛 分论坛
可觀測 鏈路 全鏈路 壓測 租戶 多租戶 顯存 記憶體 複盤 覆盤 微服務 服務網格 多模態 提示詞 智慧體 優化 灰度 熔斷 擴容 縮容 容器化
編排 鏡像 沙箱 前端 後端 全端 維運 開源 閉源 踩坑 選型 架構師 延遲 吞吐量 高可用 高併發 分散式 叢集 冷啟動 向量庫 知識庫 資料湖
微調 蒸餾 量化 剪枝 國產化 零信任 金鑰 企業級 輕量級 可用區`

/** Longest first: 全链路 before 链路. */
const pattern = once(() => {
  const written = terms.trim().split(/\s+/)
  return new RegExp(written.sort((a, b) => b.length - a.length).join('|'), 'g')
})

/** @yields where each term in a text begins and ends, in order */
export function* termsIn(text: string): Generator<readonly [start: number, end: number]> {
  for (const { 0: term, index } of text.matchAll(pattern())) yield [index, index + term.length]
}
