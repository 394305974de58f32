"""Makes web pages of our own around sentences of our own, with the article's body as it should come out.

No two sites are built alike: the markup of the frame, the article and its furniture, the words in
classes, and which boxes stand where are drawn by chance, the same for the same seed. Sentences are
put together from the short lists below.
"""
import random

WHO = """the mayor|the council|a spokesman for the port|the minister of transport|the union's leader|two engineers|
the finance committee|a judge in the capital|the airline|fishermen on the coast|the head of the clinic|her lawyer|
the opposition|residents of the old town|a group of teachers|the owner of the mill|the border guard|the envoy""".replace("\n", "").split("|")
DID = """said|told reporters|announced|denied|promised|warned|agreed|complained|explained|wrote in a letter|insisted""".split("|")
WHAT = """the bridge would stay closed until the end of the month|talks with the neighbours had come to nothing|
prices of bread and fuel had risen by a tenth since spring|no decision had been taken on the new law|
the repairs would cost three million crowns|a second inquiry was needed|the ships could leave the harbour on Monday|
half of the staff had been sent home without pay|the vote had been put off twice already|
the river had fallen to its lowest level in forty years|nobody had asked the people who live there|
the treaty left most of the questions open|the old school would be sold to pay the debt""".replace("\n", "").split("|")
MORE = """Nothing of this was in the plan that was shown last year.|The figures were checked by two offices.|
It was not clear when the work would begin.|"We have waited long enough," he added.|
The numbers are small, but they have grown every year.|In the end only four of the eleven members voted for it.|
Others see it as a first step.|That is what the letter says, in any case.|What happened next is disputed.|
The weather had been bad for days, and the road was closed by snow.|She has held the office since 2014.|
He did not answer questions about the contract.|A court will hear the case in June.""".replace("\n", "").split("|")
PLACES = "Harbour Hill Lake North River Stone Market Bridge Castle Valley".split()
PAPERS = "Post Courier Times Herald Gazette Observer Mirror Dispatch Journal".split()
NAMES = "Ann Lee|Tom Ray|Maria Holt|Peter Lund|Jon Dale|Ines Marsh|Karl Frost|Eva Quist".split("|")
TOPICS = "World|Politics|Business|Sport|Culture|Opinion|Science|Travel|Local|Weather|Video|Podcasts|Jobs".split("|")

# Words that makers of pages give to boxes; each site has its own way to write them.
CLASSES = {
    "article": "article|story|post|entry|content|main-article|article-wrap|node|page-content",
    "body": "article-body|story-body|entry-content|post-text|body|text|copy|rich-text|article__content|wysiwyg",
    "menu": "nav|menu|navbar|main-navigation|topbar|header-links", "teasers": "related|more-stories|recommended|read-next|most-read|trending|river|grid",
    "aside": "sidebar|rail|right-col|secondary|column-2|widgets", "share": "share|social|sharing-tools|share-bar",
    "letter": "newsletter|signup|subscribe-box|promo|cta", "author": "author-box|bio|about-author|contributor",
    "comments": "comments|discussion|responses|replies", "caption": "caption|image-meta|figure-text|credit",
    "cookie": "cookie|consent|privacy-banner|notice|gdpr", "foot": "footer|site-footer|bottom|legal", "meta": "byline|meta|dateline|post-info|article-head",
    "lead": "lead|standfirst|intro|summary|deck", "pull": "pullquote|quote-box|highlight",
}
LINES = {
    "share": ["Share this article", "Share on Facebook", "Tweet", "Email", "Print", "Copy link", "WhatsApp"],
    "letter": ["Sign up for our newsletter and get the news of the day in your inbox every morning.",
               "Subscribe today for one crown a week and read everything we write, wherever you are.",
               "Support our work: become a member and help us to go on reporting, with a gift of any size."],
    "cookie": ["We use cookies and other means to make this site work and to show you what you may like. You can change your choice at any time.",
               "By going on you accept our terms of use and our rules of privacy, which have changed."],
    "foot": ["All rights reserved. No part of this site may be used without leave.", "Contact us", "Terms of use", "Privacy", "About us", "Advertise"],
    "comments": ["I do not believe a word of it, and neither should you.", "Well said, about time that somebody wrote this.",
                 "We were there that day, and it was not like that at all, was it?", "Why is this news? My street has had no light for weeks."],
}


class Site:
    """What all boxes of one page have in common."""

    def __init__(self, chance):
        self.chance = chance
        self.name = f"{chance.choice(PLACES)} {chance.choice(PAPERS)}"
        self.style = chance.choice(["plain", "plain", "plain", "prefixed", "random", "none"])
        self.meaning = chance.random() < 0.6  # uses <article>, <nav>, <aside> and their like
        self.prefix = chance.choice(["c-", "m-", "td-", "js-", "sp__", "wp-block-"])
        self.paragraph = chance.choices(["p", "div", "br", "span"], [12, 2, 1, 1])[0]
        self.wraps = chance.random() < 0.25  # pieces of the body in boxes of their own

    def word(self, kind):
        chance, word = self.chance, self.chance.choice(CLASSES[kind].split("|"))
        if self.style == "none":
            return ""
        if self.style == "random":
            return ' class="' + "".join(chance.choices("abcdefghkmnprstuvwxyz0123", k=6)) + '"'
        return f' class="{self.prefix if self.style == "prefixed" else ""}{word}"'

    def box(self, kind, inside, tag="div", always=False):
        tag = tag if always or self.meaning else "div"
        return f"<{tag}{self.word(kind)}>{inside}</{tag}>\n"


def sentence(chance):
    who, what = chance.choice(WHO), chance.choice(WHAT)
    said = f"{who} {chance.choice(DID)} that {what}."
    if chance.random() < 0.3:
        said = f"On {chance.choice(['Monday', 'Tuesday', 'Friday', 'Sunday'])}, {said}"
    if chance.random() < 0.2:
        said = f"“{what[0].upper()}{what[1:]},” {who} said."
    return said[0].upper() + said[1:]


def paragraph(chance, least=1, most=4):
    return " ".join(sentence(chance) if chance.random() < 0.7 else chance.choice(MORE)
                    for _ in range(chance.randint(least, most)))


def headline(chance):
    what = chance.choice(WHAT).split(" would ")[0].split(" had ")[0]
    return f"{chance.choice(WHO)} {chance.choice(['wants', 'fears', 'sees', 'denies', 'plans'])} {what}".capitalize()


def link(chance, text):
    return f'<a href="/{chance.randint(1, 99999)}">{text}</a>'


def teasers(site, count):
    chance = site.chance
    with_text, items = chance.random() < 0.5, []
    for _ in range(count):
        one = link(chance, headline(chance)) if chance.random() < 0.5 else f"<h3>{link(chance, headline(chance))}</h3>"
        if with_text:
            one += f"<p>{paragraph(chance, 1, 2)}</p>"
        items.append(one)
    if chance.random() < 0.5:
        inside = "<ul>" + "".join(f"<li>{one}</li>" for one in items) + "</ul>"
    else:
        inside = "".join(f"<div>{one}</div>" for one in items)
    title = chance.choice(["Related stories", "More from us", "Most read", "You may also like", "Latest", ""])
    return (f"<h2>{title}</h2>" if title else "") + inside


def linked(chance, text):
    """A paragraph with a few of its words in links and in bold."""
    if chance.random() < 0.25:
        found = text.split(" ")
        at = chance.randrange(max(1, len(found) - 4))
        found[at:at + 3] = [link(chance, " ".join(found[at:at + 3]))]
        text = " ".join(found)
    return text


def article(site):
    """Markup of the text, and the paragraphs in it that should come out."""
    chance, gold, out = site.chance, [], []
    count = chance.choice([3, 5, 8, 12, 20, 35])
    live = chance.random() < 0.08
    breaks = []
    for number in range(count):
        text = paragraph(chance)
        gold.append(text)
        if live:
            title = f"{chance.randint(8, 20)}.{chance.randint(10, 59)} {chance.choice(TOPICS)}"
            out.append(f"<div><h3>{title}</h3><p>{text}</p></div>\n")
            gold.insert(-1, title)
            continue
        if site.paragraph == "br":
            breaks.append(linked(chance, text))
            continue
        tag = {"p": "p", "div": "div", "span": "p"}[site.paragraph]
        inner = linked(chance, text)
        out.append(f"<{tag}><span>{inner}</span></{tag}>\n" if site.paragraph == "span" else f"<{tag}>{inner}</{tag}>\n")
        if number == count - 1:
            break
        luck = chance.random()
        if luck < 0.06:
            title = " ".join(chance.choice(WHAT).split()[:chance.randint(2, 5)]).capitalize()
            gold.append(title)
            out.append(f"<h2>{title}</h2>\n")
        elif luck < 0.10:
            items = [sentence(chance) for _ in range(chance.randint(2, 5))]
            gold.extend(items)
            out.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>\n")
        elif luck < 0.13:
            text = paragraph(chance, 1, 2)
            gold.append(text)
            out.append(f"<blockquote><p>{text}</p></blockquote>\n")
        elif luck < 0.18:
            out.append(site.box("caption", f'<img src="/p.jpg"><figcaption>{sentence(chance)} Photo: {chance.choice(NAMES)}</figcaption>', "figure", True))
        elif luck < 0.21:
            out.append(site.box("teasers", teasers(site, chance.randint(1, 3)), "aside"))
        elif luck < 0.24:
            out.append(site.box("letter", f"<p>{chance.choice(LINES['letter'])}</p>", "aside"))
        elif luck < 0.27:
            out.append(f"<p>{chance.choice(['Read more: ', 'Also read: ', 'Related: '])}{link(chance, headline(chance))}</p>\n")
        elif luck < 0.29:
            out.append(site.box("pull", f"<p>{text.split('. ')[0]}</p>"))
        elif luck < 0.32:
            out.append("<div>Advertisement</div>\n")
    if breaks:
        out = ["<br><br>\n".join(breaks)]
    if site.wraps:
        size = max(1, len(out) // 3)
        out = [site.box("body", "".join(out[at:at + size])) for at in range(0, len(out), size)]
    return "".join(out), gold


def comments(site):
    chance = site.chance
    each = "".join(f"<div><b>{chance.choice(NAMES)}</b><p>{' '.join(chance.choices(LINES['comments'], k=chance.randint(1, 3)))}</p>"
                   f"<a href='#'>Reply</a></div>" for _ in range(chance.randint(1, 12)))
    return site.box("comments", f"<h3>{chance.randint(1, 90)} comments</h3>{each}", "section")


def page(seed):
    """HTML, and its article's body."""
    chance = random.Random(seed)
    site = Site(chance)
    title, (text, gold) = headline(chance), article(site)
    menu = "".join(f"<li>{link(chance, topic)}</li>" for topic in chance.sample(TOPICS, chance.randint(4, 12)))
    top = site.box("menu", f"<ul>{menu}</ul>", "nav")
    if chance.random() < 0.3:
        top = site.box("cookie", f"<p>{' '.join(LINES['cookie'])}</p><button>Agree</button>") + top
    if chance.random() < 0.3:
        top += site.box("teasers", teasers(site, chance.randint(3, 8)), "section")
    name = chance.choice(NAMES)
    meta = site.box("meta", f"<span>By {link(chance, name)}</span> <time>{chance.randint(1, 28)} March 2025</time>")
    lead = site.box("lead", f"<p>{sentence(chance)}</p>") if chance.random() < 0.4 else ""
    share = site.box("share", "<ul>" + "".join(f"<li>{link(chance, one)}</li>" for one in LINES["share"][:chance.randint(2, 7)]) + "</ul>")
    parts = [site.box("body", text), share if chance.random() < 0.6 else ""]
    if chance.random() < 0.3:
        parts.append(site.box("author", f"<h4>{name}</h4><p>{name} writes about the coast for the {site.name} and has lived there for years.</p>"))
    if chance.random() < 0.3:
        parts.append(site.box("letter", f"<h3>Stay informed</h3><p>{chance.choice(LINES['letter'])}</p><form><input><button>Sign up</button></form>"))
    if chance.random() < 0.3:
        parts.append(site.box("teasers", teasers(site, chance.randint(2, 8)), "section"))
    if chance.random() < 0.3:
        parts.append(comments(site))
    head = f"<h1>{title}</h1>{lead}{meta}" + (share if chance.random() < 0.4 else "")
    inside = site.box("article", head + "".join(parts), "article")
    side = site.box("aside", teasers(site, chance.randint(3, 10)), "aside") if chance.random() < 0.7 else ""
    if chance.random() < 0.2:
        side += comments(site)
    bottom = site.box("teasers", teasers(site, chance.randint(3, 12)), "section") if chance.random() < 0.4 else ""
    foot = site.box("foot", f"<p>© 2025 {site.name}. {LINES['foot'][0]}</p>" + "".join(link(chance, one) + " " for one in LINES["foot"][1:]), "footer")
    main = side + inside if chance.random() < 0.2 else inside + side
    for _ in range(chance.randint(0, 4)):
        main = f"<div>{main}</div>"
    html = (f"<!doctype html><html lang=en><head><title>{title} | {site.name}</title></head><body>"
            f"{top}{site.box('article', main, 'main') if chance.random() < 0.5 else main}{bottom}{foot}</body></html>")
    return html, "\n\n".join(gold)


def pages(count, seed=2025):
    for number in range(count):
        html, gold = page(seed * 1_000_003 + number)
        yield {"id": f"made-{number}", "html": html, "url": None, "site": f"made-{number}", "gold": gold}
