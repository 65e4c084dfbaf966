/** Keys that other tools write into front matter, for themselves → known by name, so that none is taken for a slip of the pen. */
import { once } from '../model/once.js'

/** Hexo, Jekyll, Hugo, Pelican, MultiMarkdown, Obsidian, Docusaurus, VuePress, Quarto, R Markdown, Pandoc, Marp, Slidev, Zettlr, HedgeDoc… */
const WRITTEN = `
  abstract affiliation affiliations album alias aliases allowcomments anchor archive archives article articles asset assets audience audio author-url
  authorbox avatar background backgroundcolor backgroundimage banner base_header_level bibliography biblio-style body bookcomments breadcrumb
  build canonical canonicalurl category categories changefreq class classes code colour color colors colorschema column columns comment comments
  content contributor contributors copyright created creation creator credits csl css cssclass cssclasses custom_edit_url data dates
  date_modified datecreated datemodified defaults department deprecated description disqus documentclass download draft drafts drawings edit
  editor email engine excerpt execute exportfilename expires expirydate export extends favicon featured featuredimage feed filters
  fonts fontsize format framework generator geometry group guid hasmathjax head header header-includes headingdivider headless hero hidden
  hide hide_title hide_table_of_contents highlight highlighter home icon id image images img imports index info institute institution instructor
  interval iscjklanguage issue jupyter kanban-plugin key keyword keywords kind knit lastmod last_modified last_modified_at lastupdated latex
  layout license licence license_url link linkcolor linkcitations links linkstocitations list listing locale mainfont markup
  marp math mathjax mdc mermaid menu meta metadata minutes modified modify modificationdate module monaco monitor name nav nav_exclude nav_order
  navigation next nocite notes noindex number numbersections opengraph options order ordering organization organisation orcid output outputs
  pagination paginate pagetitle page pageclass paginationnext papersize parent params password path permalink photos pinned plantuml
  plugins post_asset position prev preview priority private project properties publish published publishdate pubdate rating read_only
  readingtime redirect redirect_from redirect_to references related resources resource_path revealoptions reveal revision robots routeralias
  rtl runtime sample save_as scripts scrollable section-titles sectnums selectable series seo separator share show show_toc sidebar sidebar_label
  sidebar_position sitemap size slug social source speakernote spoiler stability standalone status sticky style styles stylesheet subject suffix
  summary svg tag tags taxonomies tbl-cap-location template-file theme themes themeconfig themename thanks thumb thumbnail toc toc-depth
  toc_depth toc_max_heading_level tocdepth top toplevel transition translationkey translation translations translators type unlisted unsafe
  up update updated updates url urlcolor uuid verticalseparator version versions video view views visible vuepress watermark weight width words
  xelatex zotero
  标签 標籤 分类 分類 类别 類別 摘要 概要 关键词 關鍵詞 关键字 關鍵字 更新 更新时间 创建 创建时间 修改时间 版本 状态 狀態 编辑 編輯 来源 來源 链接 連結 封面
  タグ カテゴリ カテゴリー 概要文 태그 분류
`

/** Written `last-modified`, `last_modified`, `Last Modified`, `lastModified`. */
const bare = (key: string): string => key.toLowerCase().replace(/[-_. ]/g, '')

const KEYS = once((): ReadonlySet<string> => new Set(WRITTEN.trim().split(/\s+/).map(bare)))

export const isOtherKey = (key: string): boolean => KEYS().has(bare(key))
