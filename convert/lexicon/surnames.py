"""Chinese surnames in Simplified characters, of one and of more characters, as bylines and novels print them.

Compiled from the Hundred Family Surnames (百家姓) and from the surnames that censuses count. Which Traditional form a
surname takes is a matter of the variant (`convert.transforms.variant`).
"""

COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜"
    "崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫"
    "孔向常汤康易乔赖文樊兰殷施洪伍安颜倪章鲁葛季俞毕聂焦温庄晏柴翟申耿关牛骆纪凌阮柯蓝游詹欧祝盛甘宁费梅裴路左翁霍"
    "柳尚岳管包齐童喻涂辛娄简曲饶符蒙邢裘丘褚卫穆解应宗邬郁单席麻卓屈项成臧谈茅庞舒苗鲍滕池阴"
)
"""Surnames common enough to be taken as one on slight evidence: about nine people in ten bear one of them."""

SINGLE = COMMON | frozenset(
    "丛东丰乌乐乜习井仇从仝代仰仲伊伏佀但佘佟佴侬候储元党养冀冉冒农况冶冷冼凃凡凤刁刑利别劳勾匡华南卜卞占卯印危厉厍"
    "原双古句召台司各吉同后员和咸哈商嘉固国图圣在垄堵塔夔奉奚姒姬嫪孛学宇宏宓宣宦宫宰容宿寇富寿"
    "封尉尢尤尧居屠山岑岩嵇川巢巨巩巫巴帅师干平幸幺广庚庹庾廉延开弓弘弥强归当录彤彦忻怀怡恽惠慎慕戈戎战戚扆扈扬扶折"
    "揣揭撒撖操支敖敬时昌明昝晁晋普智暴望木权杞束杭松枚枝柏柔查栋栗栾桂桐桑桓楚楼檀步殳毋母毓水"
    "永汲沃沐沙沮河泉泰洋洗洛淡淮湛滑漆潭澹濮火熙燕爱牟牧特狄狐狼玄玉班瑞璩瓮甄甯由皇皮益盖盘相眭睢督瞿知矫礼祁祖禄"
    "禚禹秘税窦竹竺笃笪籍米粘粟糜索纳纵练经续绳综缐缑缪羊羿翦肇胥艾芈芦芮花芳苌苍苑苟苻茂茆茹荀"
    "荆荔荣荤莘莱莽菅萨葆蒉蒯蒲蒿蓟蓬蔚蔺薄虎虞虢蚁融衡衣裔西訾计诸谌谯豹贝贡贲赛赫越车辕辜边达连迟迮逄逢逮逯邛邝那"
    "邰邳邴邸邾郄郇郎郏郗郜郦郧都鄂鄞鄢酆释钊钭钮铁铎银锁镇闵闻闾阙阚阳阿陵隆隋随隗隽雍青靖静靳"
    "云房谷全景浦暨满展初区门衷雒仵於"
    "鞠韶须颉颛风首驹鱼鲜鸠鹿麦麴鼓"
)
"""Surnames of one character. Many are common words too: a rule that takes a name from text must ask for more."""

COMPOUND = frozenset({
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊",
    "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文",
    "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正",
    "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "梁丘",
    "左丘", "东门", "西门", "南荣", "第五", "完颜", "耶律", "纳兰", "叶赫", "爱新觉罗", "那拉", "富察", "钮祜禄",
    "佟佳", "瓜尔佳", "贺兰", "范姜", "张简", "即墨", "达奚", "褚师", "单于", "淳于", "哥舒", "仆固", "斛律", "屈突",
    "阿史那",
})  # fmt: skip
"""Surnames of two characters and more."""

TRADITIONAL = frozenset(
    "趙錢孫吳鄭馮陳衛蔣韓楊許呂張嚴華謝鄒竇雲蘇潘範魯韋馬鳳費賀湯羅畢鄔樂時齊顧黃蕭貝計談龐紀項賈婁顏鐘鍾駱萬盧莫經應鄧單諸鈕龔滎陸榮儲車寧欒厲劉葉龍賴喬陰雙聞黨譚貢勞"
    "鄖邊莊閻連習魚國聶闞簡饒關後蓋況陽鄢蘭錫齊尹連藍"
)
"""Traditional forms of surnames of one character."""

TRADITIONAL_COMPOUND = frozenset(
    {
        "歐陽",
        "司馬",
        "東方",
        "南宮",
        "聞人",
        "諸葛",
        "尉遲",
        "澹臺",
        "濮陽",
        "公孫",
        "鍾離",
        "長孫",
        "鮮于",
        "軒轅",
        "東郭",
    }
)
"""Traditional forms of surnames of two characters."""

_LONG = COMPOUND | TRADITIONAL_COMPOUND
_SHORT = SINGLE | TRADITIONAL


def surname_length(text: str, at: int = 0) -> int:
    """How many characters of a surname stand at `at`: 2, 1 or 0."""
    if text[at : at + 2] in _LONG:
        return 2
    return 1 if text[at : at + 1] in _SHORT else 0
