"""What a line must look like, sign by sign, and what only looks like it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from layout.rebuild import signs
from layout.rebuild.signs import shows, signs_among, signs_of

_SHOW: Mapping[str, Sequence[str]] = {
    "clauses": ("三尺讲台，一方书屋",),
    "tail_start": ("田，他都记着", "了。镇里说", "的稻田收完了", "了三台收割机"),
    "bad_start": ("〕渡口停航", "，渡口停航"),
    "byline": (
        "□乔小满/文",
        "乔小满/文 严守田/图",
        "融媒记者 乔小满 资深记者 严守田",
        "统筹/乔小满 采写/严守田 何雨生 制图/盛秋禾",
        "文字：乔小满 | 摄影：严守田",
        "本报记者严守田通讯员乔小满周以恒",
        "欧阳秋禾／小学教师（柳湾县）",
        "乔小满（家庭主妇，柳湾县）",
        "文/图 乔小满",
        "本报记者 乔小满 文/摄",
        "乔小满 图/文",
        "文·图 乔小满 严冬生",
        "乔小满/文",
        "口述：乔小满 整理：严冬生",
        "本报驻京记者 乔小满",
        "乔小满／公务员",
        "盛秋禾（柳湾县／退休教师）",
        "记者乔小满、严冬生／柳湾县报导",
        "记者乔小满报导",
        "乔小满（大学副教授）",
        "本报记者 乔小满",
        "本报记者 乔小满 通讯员 严冬生",
        "记者 乔小满 严冬生 报道",
        "本报首席记者 乔小满",
        "□ 本报记者 乔小满",
        "（记者 乔小满 通讯员 严冬生）",
        "(记者 乔小满)",
        "（乔小满）",
        "（嚴冬生／柳灣報導）",
        "本報社論",
        "青禾日报记者 乔小满",
        "乔小满（作者系青禾学院教授）",
        "本报评论员",
        "文/乔小满",
        "文/图本报记者乔小满",
        "口本报记者乔小满通讯员严冬生",
        "Staff writer",
        "撰文 乔小满",
        "記者嚴冬生／柳灣報導",
        "記者 嚴冬生 報導",
        "本報記者 嚴冬生",
        "By Nora Whitlow",
        "By Nora Whitlow, Editor",
        "By NORA WHITLOW in Alder Point",
        "By the Rev. Nora Whitlow",
        "EXCLUSIVE by Nora Whitlow",
        "ASSOCIATED PRESS",
        "BY NORA WHITLOW",
        "By Nora Whitlow and Ada Quill",
        "By Nora B. Whitlow, Staff writer",
        "By Nora Whitlow, Special to the Courier",
        "By Ada O’Quill",
        "Staff report",
    ),
    "credit": (
        "路透社",
        "新华社／法新社",
        "■资料室图片",
        "乔小满 作",
        "乔小满／摄影",
        "（记者乔小满摄）",
        "本报记者 乔小满 摄",
        "本报记者乔小满报",  # as an engine read 摄
        "本报记者乔小满通讯员严冬生摄",
        "通讯员严冬生何雨生摄",
        "乔小满 摄",
        "记者 乔小满 严冬生 摄",
        "通讯员 严冬生 供图",
        "（乔小满 摄）",
        "摄影：乔小满",
        "资料图片",
        "嚴冬生 攝",
        "圖／嚴冬生攝",
        "Photo by Ada Quill",
        "Photos by Ada Quill",
        "Photo: Ada Quill",
        "Ada Quill / Courier",
        "Ada Quill for the Alder Times",
        "Courtesy photo",
    ),
    "jump": (
        "►►下转02版",
        "（未完，下转第四版）",
        "本报评论员文章见2版",
        "（上接3月27日第七版）",
        "(上接10月8日第2版)",
        "（续见A6）",
        "（相关新闻见A6版）",
        "详见今日第三版",
        "（下转第3版）",
        "下转第二版",
        "（下转A06版）",
        "►下转04版",
        "（上接第1版）",
        "上接A01版",
        "（下轉第三版）",
        "（上接第一版）",
        "（文接A1版）",
        "Continued on A8",
        "Continued from A1",
        "Continued on Page B3",
        "See COUNCIL, Page A6",
    ),
    "from_jump": (
        "（上接第1版）",
        "上接A01版",
        "（上接第一版）",
        "（文接A1版）",
        "Continued from A1",
    ),
    "dateline": (
        "晨报讯（记者 乔小满）",
        "清河晚报讯 今天",
        "本报柳湾县讯今年早稻熟了",
        "【本报讯】早稻熟了",
        "据新华社柳湾3月30日",
        "本报讯 今天起，渡口停航。",
        "本报讯（记者 乔小满）今天起，渡口停航。",
        "本报柳湾讯（记者 乔小满）今天起，渡口停航。",
        "新华社柳湾10月8日电 渡口停航。",
        "据新华社柳湾10月8日电 渡口停航。",
        "【本報訊】今天起，渡口停航。",
        "（中央社柳灣8日電）渡口停航。",
        "ALDER POINT — The ferry stops today.",
        "ALDER POINT, Maine — The ferry stops today.",
    ),
    "folio": (
        "本报今日共出三大张 每份售大洋四分",
        "04 | 要闻",
        "要闻 | 04",
        "要闻 04",
        "B02数据",
        "04 要闻",
        "第4版 要闻",
        "第四版 要闻",
        "4版：要闻",
        "清河日报01版",
        "A04·要闻",
        "要闻·04",
        "青禾日报 2024年10月8日 星期二 第4版",
        "青禾日报2024年10月8日星期二第4版",
        "青禾日报星期二2024年10月8日A04",
        "版次：A04",
        "A4 LOCAL NEWS",
        "Local News | A4",
        "ALDER POINT COURIER | TUESDAY, OCTOBER 8, 2024 | A4",
        "Page A4",
    ),
    "date": (
        "2024年10月8日 星期二",
        "2024年10月8日星期二",
        "星期二2024年10月8日",
        "2024-10-08星期二",
        "2024年10月8曰 星期二",
        "2024年10月8日“星期二",
        "2024年10月8日",
        "二〇二四年十月八日",
        "二○二四年十月八日 星期二",
        "2024年10月8日 星期二 农历九月初六",
        "民国113年10月8日",
        "中華民國113年10月8日 星期二",
        "星期二",
        "2024-10-08",
        "2024.10.8 星期二",
        "Tuesday, October 8, 2024",
        "October 8, 2024",
    ),
    "staff": ("主编乔小满编辑严冬生版式周以恒", "编辑：严冬生 校对：周以恒"),
    "editors": (
        "■责任编辑 乔小满",
        "核稿 乔小满",
        "责任编辑 乔小满",
        "Section editor: Nora Whitlow",
        "Copy desk: Nora Whitlow",
        "责任编辑：乔小满 版式：严冬生 校对：周以恒",
        "编辑 乔小满 校对 严冬生",
        "编辑/乔小满 版式/严冬生",
        "任编辑 乔小满 版式 严冬生",
        "辑 乔小满 式 严冬生",
        "本版责编 乔小满",
        "責任編輯：嚴冬生",
        "Page editor: Nora Whitlow",
        "Copy editor: Ada Quill Designer: Nora Whitlow",
    ),
    "signoff": (
        "读者 严冬生 谨启 四月十四日",
        "柳湾县读者 严冬生",
        "孝男 乔小满 率家属 同泣启",
        "柳湾县渡口管理所谨启",
        "■综合外电",
        "（未完待续）",
        "註：单位为公斤",
        "单位：亩",
        "资料来源／农会 制表／乔小满",
        "（乔小满 整理）",
        "（本报记者乔小满整理）",
        "乔小满 整理",
        "（本报记者 乔小满 整理）",
        "（据青禾县档案馆资料）",
        "（摘自《青禾县志》）",
    ),
    "organisation": (
        "青禾县公安局交通警察大队",
        "清河市文化馆",
        "青禾县柳湾（南岸）小学",
        "青禾县供水公司",
        "青禾县供水公司 2024年10月8日",
        "青禾县人民政府",
        "市卫生健康委",
        "青禾县妇联",
        "Source: Courier archives",
    ),
    "reported": ("谈到这些，记者与乔小满聊了一下午", "笔者从县农机站了解到", "记者在柳湾渡口看到"),
    "question": (
        "记者问：渡口还开吗？",
        "问：怕不怕？",
        "问: 怕不怕？",
        "记者；怕不怕？",
        "記者：怕不怕？",
        "本报记者：怕不怕？",
        "Q: Afraid?",
    ),
    "answer": ("乔小满答：开到十月。", "答：不怕。", "答: 不怕。", "A: No."),
    "asks": ("怕不怕？", "“怕不怕？”", "Afraid?"),
    "year": (
        "三月",
        "十二月",
        "1958年",
        "民国四十七年",
        "民國47年",
        "二〇一二年",
        "二O〇一二年",
        "1921",
    ),
    "event": (
        "十一月八日，渡口停航",
        "四月底，桥通了",
        "1911年　渡口开航",
        "● 12日，渡口开航。",
        "● 15日至18日，渡口停航。",
        "3月，渡口开航。",
        "● 3月12日，渡口开航。",
        "● 3月12曰，渡口开航。",
        "3月12日：渡口开航。",
        "10月上旬，渡口停航。",
        "6月1日至5日，试航。",
        "March 3: The ferry sails.",
        "May: A bell is hung.",
        "Sept. 9: The bell falls.",
    ),
    "number_item": (
        "1. 先看风向",
        "1.先看风向",
        "1、先看风向",
        "一、先看风向",
        "（一）先看风向",
        "(3) 先看风向",
        "③ 先看风向",
    ),
    "editor_note": (
        "对话背景：今年八月",
        "编者按：渡口停航之际",
        "【编者按】渡口停航",
        "編者按：渡口",
        "Editor’s note: The ferry",
    ),
    "caption_start": ("图为渡口。", "上图：渡口。", "图①渡口。", "圖為渡口。"),
    "names_only": ("乔 森", "乔小满 严冬生", "老 耿"),
    "from_somewhere": (
        "渡口船厂 严冬生等十四人",
        "白石区完小 全体教师",
        "柳湾市委党校 乔森",
        "市民 边疆",
        "退休教师 老河",
    ),
    "inner_call": ("绝杀！柳湾队赢了北港", "渡口停了?船工说还开"),
    "label_word": (
        "今日导读",
        "田埂闲话",
        "活动看板",
        "读者来信",
        "文讯",
        "旧体新韵",
        "渡口见闻",
        "田间观察",
        "柳湾时评",
        "人物专访",
        "地方要闻",
        "OPINION",
        "AROUND TOWN",
    ),
    "briefs": ("文讯", "简明新闻", "县区简讯", "一周快讯", "新聞簡訊", "IN BRIEF"),
    "opinion": ("柳湾时评", "老渡口随笔", "柳灣時評", "OPINION"),
    "notice": ("讣闻", "停水公告", "招领启事", "停水通知", "停水公示", "招領啟事", "PUBLIC NOTICE"),
    "closed": ("渡口停航。", "他说：“停航。”", "停航了？", "停航……", "He left.", "“He left.”"),
    "dash_end": ("渡口停航——",),
    "dash_start": ("——柳湾渡口见闻", "—— 柳湾渡口见闻"),
    "inner_stop": ("渡口停航。桥通了",),
    "caps": ("AROUND TOWN", "U.S. BRIEFS"),
    "contact": (
        "咨询电话：0371-1234567",
        "联系人：乔先生",
        "投稿邮箱：ferry@example.com",
        "▲供水抢修：0371-1234567",
    ),
    "weather": (
        "今日天气",
        "天气",
        "市区天气预报",
    ),
    "bracketed": ("（其余见第三版）",),
    "greeting": ("编辑同志：", "尊敬的各位读者：", "县长先生：", "亲爱的妈妈："),
    "of_book": ("读散文集《井台》", "——评电影《渡口》", "读《井台》有感"),
    "mailbox": ("投稿邮箱：ferry@example.com",),
    "calls": ("渡口停航！", "“渡口停航！”"),
    "section_word": ("柳湾副刊",),
    "box": (
        "人物简介",
        "新闻链接",
        "观展指南",
        "小贴士",
        "相关链接",
        "名词解释",
    ),
}

_HIDE: Mapping[str, Sequence[str]] = {
    "clauses": ("Fares stay, boats do not", "12,600户茶农"),
    "tail_start": ("一、钱从哪里来", "十、水往何处去", "的确要修", "了解渡口", "着力修桥"),
    "byline": (
        "记者走基层",
        "记者手记",
        "（本报记者 乔小满 整理）",
        "本报记者 乔小满 编译",
        "柳湾／青石两镇",
        "记者走进柳湾镇的稻田，看见无人机贴着稻穗飞过去。",
        "本报记者走访多日，写下他们的一天。",
        "作者在文中写道，渡口停了。",
        "By noon the ferry had stopped.",
        "无人机飞进稻田",
    ),
    "credit": (
        "新华社今天说，渡口停航",
        "他照常工作",
        "本报记者乔小满报道",
        "柳湾镇的水由县里供应",
        "他拍摄了一百张照片。",
        "Photo albums are missing from the archive.",
        "Photograph of a lost harbor",
    ),
    "jump": (
        "上接水渠，下通稻田",
        "转眼到了秋天",
        "新闻见面会开了三场",
        "下转盘的路修好了",
        "The story continued on and on",
        "See the boats come in",
    ),
    "dateline": (
        "【编者按】渡口停航",
        "本报记者 乔小满",
        "今天起，渡口停航。",
        "The ferry — all of it — stops.",
    ),
    "folio": ("第一次用上了无人机", "无人机飞进稻田", "要闻", "Ferry stops today", "1921"),
    "date": ("2024年，渡口停航。", "10月8日，渡口停航。", "1958年", "October was cold"),
    "greeting": ("编辑同志来了", "他们说：", "船工同志：今天停航。"),
    "staff": ("责任编辑 乔小满", "编辑严冬生今天校对完毕"),
    "editors": ("编辑手记", "编辑同志：", "对岸的稻田", "校车开进柳湾镇", "Editors at work"),
    "signoff": (
        "柳湾到石桥的班车重启",
        "整理出三箱旧报纸。",
        "无人机飞进稻田",
        "他（乔小满）整理了三天。",
    ),
    "organisation": (
        "青禾县优化茶园布局",
        "乔小满任市委常委",
        "供水公司昨天说，今天停水",
        "公司门口的稻田",
    ),
    "reported": ("本报记者 乔小满", "记者在线", "记者从业三十年", "（记者乔小满）"),
    "question": ("乔小满告诉记者：船停了", "问题出在电线上", "他问：怕不怕？", "Question: why?"),
    "answer": ("答案在田里", "A boat: small, white"),
    "year": ("1958年3月", "三年", "1958年的渡口", "12"),
    "from_somewhere": (
        "喜迎丰收 高歌猛进",
        "本报通讯员 乔小满",
        "乔小满 严冬生",
        "值班主任 乔小满",
    ),
    "label_word": ("野溪整治惹议",),
    "event": (
        "12日，渡口开航。",
        "三月的风",
        "3月的渡口很冷",
        "May I come in?",
        "March of the boats",
    ),
    "number_item": ("1.5米高的桥", "2024年的桥", "一是看风向"),
    "closed": ("渡口停航", "On Sept. 12", "Boats stop at C1", "他说：“停航”，", "渡口停航，"),
    "inner_stop": ("渡口停航。", "他说：“停航。”", "绝杀！柳湾队赢了北港"),
    "inner_call": ("绝杀！", "他问：“开不开？”"),
    "caps": ("Around Town", "US boats"),
    "contact": ("电话响了",),
    "weather": ("天气转凉",),
    "bracketed": ("（一）先看风向",),
    "box": (
        "他拿出名片",
        "链接两岸的桥",
    ),
}


def _cases(table: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return [(sign, line) for sign, lines in table.items() for line in lines]


@pytest.mark.parametrize(("sign", "line"), _cases(_SHOW))
def test_a_line_shows_its_sign(sign: str, line: str) -> None:
    assert sign in set(signs_of(line, line))


@pytest.mark.parametrize(("sign", "line"), _cases(_HIDE))
def test_what_only_looks_like_it_does_not(sign: str, line: str) -> None:
    assert sign not in set(signs_of(line, line))


def test_a_block_is_asked_for_some_signs_only() -> None:
    words = "● 本报记者 陈一舟"
    assert {"bullet", "clauses"} & set(signs_of(words, words)) == {"bullet"}
    assert signs_among(("bullet", "byline", "year"), words) == {"bullet", "byline"}
    assert signs_among(("year",), words) == frozenset()


def test_a_sign_of_lines_and_of_blocks_shows_as_either() -> None:
    assert shows("dateline", "本报讯（记者乔小满）渡口停航。")
    assert shows("dateline", "【本报柳湾讯】渡口停航。")
    assert not shows("dateline", "渡口停航。")


@pytest.mark.parametrize("sign", ["person", "names_only"])
def test_a_house_is_no_person(sign: str) -> None:
    assert shows(sign, "文秋禾")
    assert not shows(sign, "文化馆")


def test_what_is_sought_at_the_start_is_bound_to_it_as_a_whole() -> None:
    tables = tomllib.loads(Path(signs.__file__).with_name("signs.toml").read_text("utf-8"))
    for patterns in tables["line"].values():
        if all(pattern.startswith("^") for pattern in patterns):
            for pattern in patterns:
                filled = signs.compiled([pattern]).pattern
                assert "|" not in _without_groups(filled[3:-1])


def _without_groups(pattern: str) -> str:
    """A pattern without its escapes, its classes and all that stands in round brackets."""
    bare = re.sub(r"\[\^?\]?[^\]]*\]", "", re.sub(r"\\.", "", pattern))
    while (inner := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = inner
    return bare
