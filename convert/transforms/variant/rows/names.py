"""The rules about characters that are surnames, names of places or old words beside their common one: 里 余 谷 范 岳 钟."""

from convert.transforms.variant.rows.parts import FAMILIES, NUMBER, REMAINS, STOP
from convert.transforms.variant.rules import Rule

NAMES = (
    # 里 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="里", form="里", before=f"(?:^|[^期周初之第0-9一二三四五六七八九十百千万]|[百千万])(?:{NUMBER}+)(?:多|余|来)?", after="(?![面头边])",
        reason="a mile, after a number", yes=("每天到5【里】外的村子拉水", "走了十几【里】路", "方圆三百【里】内"), no=("家【里】外", "星期三【里】", "二者之一【里】面"),
    ),
    Rule(
        character="里", form="裏", before=f"(?:^|[^{NUMBER[1:-1]}余多来每])海", after="(?!(?:范围|宽|长|外|内|/|／|的?(?:距离|航程|宽|水域|领海|经济)))", reason="in the sea; a nautical mile stands after a number",
        yes=("火箭坠入海【里】。", "天天在海【里】游泳"), no=("离岸三海【里】", "每海【里】"),
    ),
    Rule(
        character="里", form="里", after="(?=氏[0-9０-９一二三四五六七八九]|氏震级|民大会|办公处)", reason="Richter, or a neighbourhood's office",
        yes=("发生【里】氏6级地震",), no=("家【里】",),
    ),
    Rule(
        character="里", form="里", before="(?:^|[，。、；：！？和与及由的请派向各该])", after="(?=[长民]活动|干事)", reason="a neighbourhood's officials and people",
        yes=("邀请【里】民活动中心的志工",), no=("在屋子【里】长大",),
    ),
    Rule(character="里", form="裏", before="[^公英海华百千万二三四五六七八九十几]", after="(?=加[了上入着点满])", reason="inside, where the word list has the city of Riga", yes=("汤【里】加了一匙盐", "面【里】加了卤蛋"), no=("三公【里】加五百米",)),
    Rule(
        character="里", form="里", before="村", after="(?=长(?![大期年得出满成久着眠了高远短]))", reason="the heads of villages and neighbourhoods", yes=("全县村【里】长联谊会", "乡长、村【里】长或代表"), no=("他在村【里】长大",),
    ),
    Rule(character="里", form="里", before="[（(]", after="(?=[）)]长)", reason="the heads of villages and neighbourhoods", yes=("村（【里】）长",), no=("（屋【里】）长满草",)),
    Rule(
        character="里", form="里", before="[县市](?:水|玉|大|后|埔|万)", after="(?=[乡镇市区及和与、，,的]|$)", reason="a town of Taiwan",
        yes=("南投县水【里】及仁爱乡",), no=("大【里】市场",),
    ),
    Rule(
        character="里", form="裏", before="往[大小好坏死深高低细多少]", after="(?=[说讲想打写做])", reason="on the … side", yes=("往大【里】说是代表政府",), no=("走了五【里】",),
    ),
    Rule(
        character="里", form="裏", alone=True, before="(?:[A-Za-z》”’」』）)]|(?![后大])[一-鿿])", after="(?!长|民|邻|正|村[民委支口的是有在，。、]|[镇乡]|粮站|车站|水库|煤矿|[中小]学)", reason="inside of what stands before it",
        yes=("相本【里】留存的一页", "《红楼梦》【里】的人物"), no=("【里】山", "走了五【里】", "台中后【里】"),
    ),
    Rule(character="里", form="裏", before="[厚薄纱棉毛粗花白红黑蓝]布", after=f"(?:{STOP}|(?=[面头的包装]))", reason="inside a cloth", yes=("冰块包在厚布【里】，",), no=("加布【里】，",)),
    # 余 --------------------------------------------------------------------------------------------------------------
    Rule(character="余", form="餘", sure=True, before="之", alone=True, after="(?![一-鿿]{0,2}(?:先生|女士|老师|说))", reason="what is left of something", yes=("工作之【余】欣赏音乐",), no=("之【余】老师",)),
    Rule(
        character="余", form="餘", sure=True, before=f"[0-9０-９○〇零多]|{NUMBER}[个年月天日人元]?", after="(?!姓|某)", reason="and more, after a number", yes=("职工代表等70【余】人", "伤二百五十【余】人"), no=("记者【余】翠平", "一【余】姓男子"),
    ),
    Rule(
        character="余", form="余", before="(?:^|[^尚只仅还所剩尽空残之其业课工诗富盈结绰有无多])", after=f"(?![{REMAINS}])(?=[一-鿿])",
        alone=True, reason="a surname, not after a number", yes=("国际棋联大师【余】少腾", "一名【余】姓商人"), no=("劳作之【余】，", "火灾现场的【余】温"),
    ),
    Rule(character="余", form="余", starts=True, after="家[一-鿿](?![业常])", before="(?:^|[^0-9０-９一二三四五六七八九十百千万两几数多其之有])", reason="a surname and the first character of a given name", yes=("前锋【余】家豪梅开二度",), no=("三百【余】家企业",)),
    # 谷 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="谷", form="穀", alone=True, before="(?:[担斤吨袋稻晒打碾]|[一二两三四五六七八九十]石)", after=f"(?:{STOP}|(?=[子粒]|[0-9]))", reason="grain, weighed or threshed", yes=("一担【谷】，",), no=("山【谷】，",),
    ),
    Rule(
        character="谷", form="穀", alone=True, before="(?:[湿购囤屯粜籴舂磨碾]|收购|晒|缴|交公|新|陈|余|卖|买|种|收|运|存)", after=f"(?:{STOP}|(?=[价,，]))", reason="grain, bought, sold or stored", yes=("农会收购湿【谷】，",), no=("收复河【谷】，", "幽【谷】，"),
    ),
    Rule(character="谷", form="谷", sure=True, before="[一-鿿]", after="(?=街道|社区|镇[政党人，。、中]|县|地区|公园|景区|风景|站|路口|大道)", reason="a place's name", yes=("鲁【谷】街道",), no=("稻【谷】，",)),
    Rule(character="谷", form="穀", before="(?:^|[^山峡溪河幽低])", after="(?=场|堆(?:如|成|得|里|上|旁|前))", reason="grain, heaped", yes=("农民在【谷】场上干活", "场上【谷】堆如山"), no=("山【谷】场地",)),
    Rule(character="谷", form="穀", after="(?=[酒粒仓糠]|物(?!语))", reason="grain, before what is made of it", yes=("喝着浓烈的【谷】酒",), no=("开【谷】堆",)),
    # 台 --------------------------------------------------------------------------------------------------------------
    Rule(character="台", form="檯", alone=True, after="(?=面[上下前])", before="(?:^|[^一两三四五六七八九十几这那每])", reason="a table", yes=("端到【台】面上谈",), no=("这【台】面上有灰",)),
    Rule(
        character="台", form="臺", after="(?=风(?:稳健|大方|极佳|潇洒|自然|老练|沉稳|幽默|成熟|一流|十足|优雅|扎实))", reason="how somebody is on the stage", yes=("她【台】风稳健",), no=("【台】风好大", "【台】风登陆"),
    ),
    Rule(
        character="台", form="颱", before="(?:^|[^舞上讲前后擂])", after="(?=风)", reason="a typhoon", yes=("碰上强【台】风尾巴",), no=("舞【台】风格",),
    ),
    Rule(
        character="台", form="檯", before="(?:吧|柜|服务|咨询|写字|梳妆|操作|化妆|乒乓球|桌球|赌)", reason="a counter or table",
        yes=("坐在吧【台】上", "站在柜【台】后"), no=("讲【台】上",),
    ),
    Rule(
        character="台", form="颱", before="(?:^|[，。、；,\\s])[轻强超]", alone=True, after="(?![湾式])", reason="a typhoon, after its strength",
        yes=("，轻【台】敏督利引进西南气流",), no=("，轻【台】湾",),
    ),
    Rule(
        character="台", form="颱", before="[轻中强]", alone=True, after="(?=逼近|登陆|来袭|外围|暴风|动向|路径|警报|侵袭|过境|扑台|直扑|[《“「])", reason="a typhoon, after its strength", yes=("气象局说，中【台】逼近东部",), no=("中【台】禅寺",),
    ),
    # 仑 --------------------------------------------------------------------------------------------------------------
    Rule(character="仑", form="崙", alone=True, reason="a hill, in names of places", yes=("大【仑】尾",), no=("加【仑】",)),
    # 钟 --------------------------------------------------------------------------------------------------------------
    Rule(character="钟", form="鐘", after="(?=为谁)", reason="a bell, in the words of the poem", yes=("《【钟】为谁敲》",), no=("【钟】情",)),
    Rule(
        character="钟", form="鍾", alone=True, before=f"[、，][{FAMILIES}]", after="(?=[、，])", reason="a given name, in a list of people", yes=("童渊铭、章【钟】、林卫国",), no=("大厅挂着一座【钟】、",),
    ),
    Rule(
        character="钟", form="鐘", before="[分点秒刻闹警洪敲撞座挂古]", reason="time, or a bell",
        yes=("花了十几分【钟】才", "九点【钟】"), no=("情有独【钟】",),
    ),
    Rule(
        character="钟", form="鐘", before=f"{NUMBER}个?(?:多|半)?", alone=True, reason="an hour", yes=("等了两个【钟】",), no=("一见【钟】情",),
    ),
    Rule(
        character="钟", form="鐘", after="(?=[声楼点头摆塔鼎响乳]|表(?![示明态决演面达扬]))", reason="a bell or clock", yes=("听见【钟】声",), no=("对她【钟】情", "【钟】表示"),
    ),
    Rule(
        character="钟", form="鐘", alone=True, before="(?:^|[^小老阿姓])", after=f"(?:{STOP}|(?=[敲响打停走滴指又也]))", reason="a clock, standing by itself",
        yes=("寺里有两口古老的【钟】。",), no=("姓【钟】，",),
    ),
    Rule(character="钟", form="鐘", alone=True, before="(?:上工|下工|上课|下课|放学|起床|开饭|熄灯|早课|晚课)", reason="a bell that calls", yes=("上工【钟】每天早晨八点敲响",), no=("对她【钟】情",)),
    # 范 --------------------------------------------------------------------------------------------------------------
    Rule(character="范", form="范", before="(?:^|[^一-鿿]|[^元遗])[老小阿]", after="(?![围例本畴式])", reason="a surname, familiarly", yes=("老【范】这人，心善",), no=("小【范】围",)),
    Rule(
        character="范", form="范", starts=True, before="(?:^|[^模示规师典垂风防就仪坤壶样格贻铜颜科阃])", after="(?![围例本畴式文读型数性化])", reason="begins a word that is none of a model: a surname",
        yes=("【范】老师", "混双【范】书玮出赛"), no=("模【范】", "【范】围", "【范】文"),
    ),
    # 郁 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="郁", form="鬱", after="(?=[症卒结积闷火气血愤悒怒滞热塞蒸勃垒堙挹沉纡邑陶伊燠])", alone=True, reason="gloom and stagnation, before what they are or do", yes=("他觉得很【郁】卒",), no=("【郁】达夫", "【郁】气质"[:3] + "女士"),
    ),
    Rule(
        character="郁", form="鬱", before="[忧抑躁阴沉苍葱气肝痰湿悲愁积勃怫悒蓊解舒寒氤滃纡沤壹湮泱坱]", alone=True, reason="gloom, stagnation and dense growth", yes=("患有躁【郁】症",), no=("馥【郁】",),
    ),
    Rule(character="郁", form="郁", alone=True, before="(?:^|[^忧抑阴沉])", reason="as a word by itself a surname", yes=("【郁】女士",), no=("忧【郁】",)),
    # 姜 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="姜", form="薑", alone=True, before="(?:[葱蒜椒油盐酒醋]、|[葱蒜])", after=f"(?:{STOP}|(?=[、和丝片末汁]))", reason="the root, among what one cooks with", yes=("爆香葱、【姜】、蒜",), no=("记者张油、【姜】华",),
    ),
    Rule(
        character="姜", form="薑", alone=True, after="(?=切[丝片末段碎块成]|拍[碎扁松]|去皮|洗净|剁|[、和]?[葱蒜][、丝段末花白切洗拍，。])", reason="the root, before what a cook does to it", yes=("【姜】切丝，葱切段", "【姜】、葱白"), no=("【姜】女士切菜",),
    ),
    Rule(
        character="姜", form="薑", alone=True, before="(?:[生老嫩仔干切拍炒放加]|[和与及、][葱蒜]|几片|[一两三]块)", after=f"(?:{STOP}|(?=[片块丝末切拍汁汤和、]))", reason="the root, cooked",
        yes=("放了三块【姜】，", "一块【姜】和葱白"), no=("小【姜】，", "老【姜】说"),
    ),
    # 岳 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="岳", form="嶽", before="(?:^|[^山广华河湖陕江云海济辽冀苏浙闽])[东西南北中]", after="(?![阳父母丈家飞麟云州池塘普不某先女太总])", reason="one of the Five Mountains",
        yes=("南【岳】镇", "登上西【岳】华山", "北【岳】区党委"), no=("湖南【岳】阳", "河北【岳】城水库"),
    ),
    Rule(
        character="岳", form="嶽", before="(?:[五四华乔渎镇][^一-鿿]?|[东西北中]|(?:^|[^湖云河海济江])南)", after="(?=麓|[大帝庙祠观宫区]|衡山|泰山|华山|恒山|嵩山|[之、，。；」”》])",
        reason="one of the Five Mountains, or its temple", yes=("东【岳】泰山", "五【岳】归来", "南【岳】衡山", "西【岳】庙"), no=("湖南【岳】阳", "山【岳】", "华东【岳】阳"),
    ),
    Rule(character="岳", form="嶽", before="[五四]", reason="the Five Mountains", yes=("三山五【岳】", "五【岳】归来不看山"), no=("太【岳】",)),
    Rule(character="岳", form="嶽", after="(?=麓|庙|渎)", reason="the mountain of Changsha, a temple of the Five Mountains", yes=("【岳】麓书院", "东【岳】庙"), no=("【岳】母",)),
    Rule(
        character="岳", form="嶽", before="归来不看", reason="one of the Five Mountains", yes=("黄山归来不看【岳】。",), no=("来看【岳】某",),
    ),
    Rule(character="岳", form="岳", reason="mountains but the Five, a wife's parents, surnames, given names and places", yes=("【岳】某", "湖南【岳】阳", "太【岳】", "山【岳】", "【岳】父"), no=("五【岳】",)),
    # 咸 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="咸", form="鹹", before="[很太又偏较不最更好真发够]", alone=True, reason="salty, after a degree", yes=("汤太【咸】了",), no=("碧【咸】的大胆告白",),
    ),
    Rule(
        character="咸", form="鹹", after="(?=[味淡鱼菜肉蛋水湖酥甜辣香豆鸭粥死猪汤饭饼酸苦涩])", reason="salty, before a food or another taste",
        yes=("【咸】鱼", "酸甜【咸】辣".replace("【咸】", "【咸】")), no=("碧【咸】",),
    ),
    Rule(
        character="咸", form="咸", alone=True, before="(?:^|[^咸])", after="(?!咸)", reason="as a word by itself a name, or 'all'",
        yes=("讽刺碧【咸】经常推卸责任", "老少【咸】宜".replace("老少【咸】宜", "少长【咸】集")), no=("又【咸】又苦",),
    ),
    # 云 --------------------------------------------------------------------------------------------------------------
    Rule(
        character="云", form="云", before="(?:若|诗|又|古人|有人|不知所|谚语|俗语|孔子|经|书|传|语)", after="(?=[：:，,“‘「])", alone=True,
        reason="to say, before what is said", yes=("俗语【云】：",), no=("白【云】，",),
    ),
    # 朴 --------------------------------------------------------------------------------------------------------------
    Rule(character="朴", form="樸", before="[质淳简古俭纯拙浑诚刚敦粗素勤醇惇返还反怀愿散]", reason="plain, unadorned", yes=("质【朴】无华", "民风淳【朴】"), no=("【朴】先生",)),
    Rule(character="朴", form="樸", after="(?=[素实质拙厚直讷陋学野鄙重钝鲁念樕])", reason="plain, unadorned", yes=("【朴】素的房子",), no=("【朴】永哲",)),
    Rule(character="朴", form="樸", before=f"(?:[{FAMILIES}]|闻人|欧阳|司马|上官)", reason="plain, in a given name", yes=("邓【朴】方", "闻人【朴】"), no=("、【朴】永哲",)),
    Rule(character="朴", form="朴", starts=True, reason="the Korean surname, a tree and a town of Taiwan", yes=("【朴】永哲等同志", "嘉义县【朴】子市"), no=("简【朴】",)),
    # 涂 --------------------------------------------------------------------------------------------------------------
    Rule(character="涂", form="涂", alone=True, before="(?:^|[，。“「：、])[老小阿]", reason="a surname, familiarly", yes=("小【涂】来了",), no=("乱【涂】",)),
    # 冲 斗 -----------------------------------------------------------------------------------------------------------
    Rule(character="冲", form="沖", alone=True, before=f"[、，][{FAMILIES}]", after="(?=[、，。）)]|和|等)", reason="a given name, in a list of people", yes=("习仲勋、彭【冲】、王芳",), no=("大水一【冲】、",)),
    Rule(character="冲", form="沖", alone=True, before="[县市区省乡镇][一-鿿]", after="(?=[乡村镇](?![外里]))", reason="a small valley, in names of places", yes=("金寨县铁【冲】乡",), no=("向前【冲】村口",)),
    Rule(character="斗", form="斗", before=f"[、，][{FAMILIES}]", after="(?=[一-鿿]?[、，。）)])", reason="a given name, in a list of people", yes=("太亨彻、卢【斗】哲、崔富日",), no=("他向前，恶【斗】、",)),
)  # fmt: skip
