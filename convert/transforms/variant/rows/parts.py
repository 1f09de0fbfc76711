"""Patterns that several rows are made of."""

from convert.lexicon.surnames import COMMON
from convert.transforms.variant.tables import vocabulary

FAMILIES = "".join(sorted(COMMON))
"""The common surnames, for a class of characters."""

NUMBER = "[0-9０-９一二三四五六七八九十百千万两几数半]"
STOP = "(?=[，。、；：！？,.;:!?…」』”’）)》\\s]|$)"
SUBJECT = (
    "死者|伤者|患者|作者|记者|笔者|业者|原告|被告|上诉人|当事人|嫌疑人|报案人|负责人|受害人|申请人|男子|女子|男童|女童|妻子|孩子|女士|先生|某某?|"
    "车辆|轿车|货车|该车|事故|火灾|火警|起因|死因|该案|此案|本案|案件|视频|图片|照片|画面|消息|传闻|传言|报道|内容|该文|本文|此文|文章|文件|合同|借款|款项|物品|文物|"
    "房屋|房产|该楼|公司|单位|机构|二人|两人|三人|双方|行为|此举|二字|一词|之说|经查，?|核实，?|查明，?|证实，?|疑似?|应|实|确|纯|亦|原|乃"
)
"""What formal prose says 系 (is) of."""
ADVERB_ONLY = "[是有能要会想需可得顾限怕因在不用肯愿敢应懂爱看说讲做吃让为由当凭靠求管准许见听差剩占]"

REMAINS = "下者皆均额款党悸韵音热粮地钱生温荫论勇载沥火霞殃辜痛恨票货寒弦切割数一二三四五六七八九十"
"""What 余 before it is the rest of: 余温, 余弦."""

CANTONESE = "[嘅啲咗唔冇佢畀喺嗰嘢咁哋咩乜噉嚟睇]"

DEPARTMENTS = sorted(vocabulary("department"))
"""What a university's department is called by: 中文系, 电机系, 工程系."""
FACTIONS = (
    "科系直奉皖桂粤川闽湘滇晋黔浙蓝绿橘白黄男女英德俄日韩美欧瑞亚泛本该各全两他她我你贵此何哪某同外校院班派嫡父母垩"
)
"""What a series, a faction or a department is told by in one character: 皖系, 日系, 本系."""
