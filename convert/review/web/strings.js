// What the page says, in Chinese and English. A text with {n} is filled in; a missing one would show its name.
// The Traditional `hant` is made from `zh` when the page is made.
const STRINGS = {
  zh: {
    title: "版面审读", skip: "跳到版面", counts: "总数", undo: "撤销", saveAll: "全部保存", language: "语言",
    theme: "切换明暗", help: "快捷键与图例", filters: "筛选", search: "查找文字", page: "版面", allPages: "全部版面", doubtfulOnly: "仅看存疑",
    correctedOnly: "仅看已改", kinds: "稿件类别", overview: "概览：各版稿件数，按类别", nothing: "没有符合筛选条件的稿件。", moves: "移动", view: "视图",
    printed: "印面行", asRead: "读成的稿件", doubt: "存疑", previousDoubt: "上一处存疑", nextDoubt: "下一处存疑", keysTitle: "快捷键", keysOn: "启用单键快捷键",
    legend: "图例", close: "关闭", cancel: "取消", cutTitle: "在行内切开", cutHow: "把光标放到要切开的地方，后半行另起一段；之后可再改它的标签。", cutDo: "在此切开",
    about: "左边是印面上的各行，颜色表示标签；右边是程序读成的稿件。校改后保存为“版面文件名.fix.toml”，放在版面文件旁边，再运行 parse 或 build 即生效。",
    pages: "{n} 版", articles: "{n} 篇", lines: "{n} 行", doubts: "{n} 处存疑", corrections: "{n} 处校改", unsaved: "{n} 版未保存",
    save: "保存校改", saveAs: "下载 {name}", saved: "已保存 {name}", downloaded: "已下载 {name}，请放到版面文件旁边", notSaved: "没有保存：{why}", removed: "已删除 {name}",
    stale: "校改文件是为另一个版本的版面做的，未采用。", staleShort: "校改已过时", line: "第 {n} 行", setLabel: "标签", label: "标签", actions: "切开与合并",
    starts: "由此另起一篇", joins: "并入上一篇", cutParagraph: "由此另起一段", joinParagraph: "接上一段", cutInside: "行内切开…", right: "读得对", rightDone: "第 {n} 行读得对，不再存疑", clear: "取消此处校改", ruleIs: "依据", orElse: "也可能是“{label}”",
    notes: "备注", people: "人物", from: "上接第 {n} 版", on: "下转第 {n} 版", outside: "不属于任何稿件", joinedHere: "在此接上第 {n} 行", doubtfulJoin: "在此接上第 {n} 行，存疑",
    corrected: "已改", changed: "改为“{label}”：第 {n} 行", cutDone: "第 {n} 行已切开", startsDone: "第 {n} 行起另成一篇", joinsDone: "第 {n} 行并入上一篇", cleared: "第 {n} 行的校改已取消", undone: "已撤销",
    preview: "预览：按校改大致拼出，重新读这一版之后才是准的。", waiting: "正在按校改重新读这一版……", notRead: "没有按校改重新读成（{why}），右边只是预览。",
    download: "下载校改", elsewhere: "这一版在压缩包里，校改文件写不进去：请下载后放进压缩包，与版面文件并排。", downloadedElsewhere: "已下载 {name}，请放进压缩包，与版面文件并排", unwritable: "{why}。改为下载校改文件。",
    story: "类别与人物", storyTitle: "稿件的类别与人物", kindOf: "类别", addPerson: "添一人", personName: "姓名", personRole: "身份", removePerson: "去掉此人", unprinted: "版面上没有印着“{name}”。", asReader: "恢复程序读的", done: "完成", told: "稿件的类别与人物已改", restored: "已恢复上次未保存的校改", noHeadline: "（无题）", none: "无",
    conflict: "版面或校改文件在磁盘上已变，请重新打开本页。", offline: "服务已停止。",
    kind: { news: "新闻", photo: "图片", commentary: "评论", continuation: "接转", other: "其他" },
    role: { reporter: "记者", intern_reporter: "实习记者", correspondent: "通讯员", author: "作者", photographer: "摄影", editor: "编辑" },
    labels: { section: "栏目", kicker: "肩题", headline: "主题", subheadline: "副题", byline: "署名", paragraph: "段落", continues: "接上段", crosshead: "小标题", caption: "图说", credit: "图片署名", jump: "接转", repeat: "重复", furniture: "版面杂项", dateline: "电头", mark: "标记", opening: "另起一篇", same: "上一篇的段落" },
    keys: {
      "↓ j / ↑ k": "下一行 / 上一行", "n / p": "下一处 / 上一处存疑", "] / [": "下一版 / 上一版", "1 … 0 f r u": "给所在行定标签", a: "由此另起一篇", m: "并入上一篇", b: "由此另起一段",
      g: "接上一段", c: "行内切开", e: "改稿件的类别与人物", y: "读得对，不再存疑", x: "取消此处校改", z: "撤销", s: "保存本版校改", d: "仅看存疑", "/": "查找", "?": "本说明",
    },
  },
  en: {
    title: "Page review", skip: "Skip to the pages", counts: "Counts", undo: "Undo", saveAll: "Save all", language: "Language",
    theme: "Light or dark", help: "Keys and legend", filters: "Filters", search: "Find text", page: "Page", allPages: "All pages", doubtfulOnly: "Doubtful only",
    correctedOnly: "Corrected only", kinds: "Kinds of article", overview: "Overview: articles of each page, by kind", nothing: "No article passes these filters.", moves: "Moves", view: "View",
    printed: "Printed lines", asRead: "As read", doubt: "doubts", previousDoubt: "Previous doubtful place", nextDoubt: "Next doubtful place", keysTitle: "Keys", keysOn: "Single-key commands on",
    legend: "Legend", close: "Close", cancel: "Cancel", cutTitle: "Cut inside the line", cutHow: "Put the cursor where the line is to be cut. What follows becomes a paragraph; give it another label afterwards if need be.", cutDo: "Cut here",
    about: "On the left the printed lines, coloured by label; on the right the article as it was read. Corrections are saved as the page's file name with .fix.toml added; put it beside the page, and parse and build obey it.",
    pages: "{n} page{s}", articles: "{n} article{s}", lines: "{n} line{s}", doubts: "{n} doubtful", corrections: "{n} correction{s}", unsaved: "{n} unsaved",
    save: "Save corrections", saveAs: "Download {name}", saved: "Saved {name}", downloaded: "Downloaded {name}: put it beside the page", notSaved: "Not saved: {why}", removed: "Removed {name}",
    stale: "The corrections were made for another state of this page and were not applied.", staleShort: "stale corrections", line: "Line {n}", setLabel: "Label", label: "Label", actions: "Cut and join",
    starts: "New article from here", joins: "Belongs to the article above", cutParagraph: "New paragraph from here", joinParagraph: "Goes on with the paragraph above", cutInside: "Cut inside the line…", right: "Right as read", rightDone: "Line {n} is right as read", clear: "Take the correction back", ruleIs: "Because", orElse: "or else “{label}”",
    notes: "Notes", people: "People", from: "from page {n}", on: "continues on page {n}", outside: "in no article", joinedHere: "line {n} joined here", doubtfulJoin: "line {n} joined here, doubtful",
    corrected: "corrected", changed: "Now “{label}”: line {n}", cutDone: "Line {n} cut", startsDone: "A new article from line {n}", joinsDone: "Line {n} joined to the article above", cleared: "Correction of line {n} taken back", undone: "Undone",
    preview: "Preview: roughly put together; the page has to be read again to be sure.", waiting: "Reading the page again with the corrections…", notRead: "Not read again with the corrections ({why}): what stands on the right is a preview.",
    download: "Download corrections", elsewhere: "This page is in an archive, where no fix file can be written: download it and put it beside the page in there.", downloadedElsewhere: "Downloaded {name}: put it beside the page in the archive", unwritable: "{why}. Download the fix file instead.",
    story: "Kind and people", storyTitle: "Kind and people of the article", kindOf: "Kind", addPerson: "Add a person", personName: "Name", personRole: "Role", removePerson: "Remove this person", unprinted: "“{name}” is not printed on this page.", asReader: "As the reader has it", done: "Done", told: "Kind and people corrected", restored: "Unsaved corrections of last time are back", noHeadline: "(no headline)", none: "none",
    conflict: "The page or its corrections have changed on disk: open this page again.", offline: "The server has stopped.",
    kind: { news: "News", photo: "Photo", commentary: "Commentary", continuation: "Continuation", other: "Other" },
    role: { reporter: "reporter", intern_reporter: "intern reporter", correspondent: "correspondent", author: "author", photographer: "photographer", editor: "editor" },
    labels: { section: "section", kicker: "kicker", headline: "headline", subheadline: "subheadline", byline: "byline", paragraph: "paragraph", continues: "continues", crosshead: "crosshead", caption: "caption", credit: "credit", jump: "jump", repeat: "repeat", furniture: "furniture", dateline: "dateline", mark: "mark", opening: "the start of an article", same: "part of the article above" },
    keys: {
      "↓ j / ↑ k": "next / previous line", "n / p": "next / previous doubtful place", "] / [": "next / previous page", "1 … 0 f r u": "label of the line", a: "new article from here", m: "belongs to the article above", b: "new paragraph from here",
      g: "goes on with the paragraph above", c: "cut inside the line", e: "kind and people of the article", y: "right as read, doubtful no more", x: "take the correction back", z: "undo", s: "save this page's corrections", d: "doubtful only", "/": "find", "?": "this help",
    },
  },
};

const LANGUAGES = { zh: ["zh-Hans", "简体中文"], hant: ["zh-Hant", "繁體中文"], en: ["en", "English"] };
let language = "en";

/** The language of the browser's first choice, where the page has it. */
function preferred() {
  const first = (navigator.languages?.[0] ?? navigator.language ?? "").toLowerCase();
  if (!first.startsWith("zh")) return "en";
  return /hant|-(tw|hk|mo)/.test(first) ? "hant" : "zh";
}

/** The text of a name (`kind.news` goes down), with {n} and the like filled in. */
function say(name, values = {}) {
  const found = name.split(".").reduce((at, step) => at?.[step], STRINGS[language]);
  const plural = { s: values.n === 1 ? "" : "s" };
  return String(found ?? name).replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? plural[key] ?? ""));
}
