/** The language of notes, by their characters. */
import { describe, expect, it } from 'vitest'
import { findLanguage } from '../../src/parse/language.js'

describe('findLanguage', () => {
  it.each([
    ['zh-Hans', '这是一次关于云原生技术的演讲，说的是服务网格 Istio 和 Envoy。'],
    ['zh-Hant', '這場演講說明瞭雲原生技術，以及服務網格 Istio 與 Envoy。'],
    ['zh-Hans', '中文 k8s'],
    ['ja', 'これはクラウドネイティブについての発表です。技術の話。'],
    ['ko', '클라우드 네이티브 기술에 관한 발표입니다.'],
    ['ru', 'Это доклад об облачных технологиях и Kubernetes.'],
    ['en', 'Notes from a talk about service meshes, with one word 云 in Chinese among many.'],
    ['en', ''],
  ])('%s: %s', (lang, text) => {
    expect(findLanguage(text)).toBe(lang)
  })
})
