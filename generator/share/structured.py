"""What a page is, in the words of schema.org, for search engines. Addresses are relative: the page itself is their base."""

from __future__ import annotations

import json
from typing import Any

from generator.model import Question
from generator.pages import Page

Data = dict[str, Any]
_LESSONS = {"component", "addon", "flow"}
_QUIZZES = {"quiz", "topic"}


def structured(page: Page) -> str:
    """The description of one page as JSON that cannot end the element it stands in."""
    text = json.dumps(_described(page), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _described(page: Page) -> Data:
    desk, sheet, settings = page.desk, page.sheet, page.desk.site.settings
    data: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": sheet.title,
        "description": sheet.description,
        "inLanguage": desk.language,
        "url": "./",
        "dateModified": settings.published,
        "isPartOf": {"@type": "WebSite", "name": desk.x(settings.title), "url": desk.url("")},
    }
    template = page.family.template
    if template in _LESSONS:
        about = {"@type": "Thing", "name": desk.x(settings.subject)}
        data |= {"@type": "LearningResource", "about": about, "isAccessibleForFree": True}
        if any(anchor == "quiz" for anchor, _ in sheet.sections):
            data["hasPart"] = {"@type": "Quiz", "name": dict(sheet.sections)["quiz"], "url": "#quiz"}
    elif template in _QUIZZES:
        data |= {"@type": "Quiz", "about": {"@type": "Thing", "name": sheet.title}, "isAccessibleForFree": True}
    elif template in {"question", "ledger"}:
        asked = [sheet.data["thing"]] if template == "question" else desk.site.questions
        data |= {"@type": "FAQPage", "mainEntity": [_answered(page, one) for one in asked]}
    elif template == "glossary":
        terms = [{"@type": "DefinedTerm", "name": desk.x(term.name), "url": f"#{term.id}"} for term in desk.site.terms]
        data |= {"@type": "DefinedTermSet", "hasDefinedTerm": terms}
    elif template == "home":
        data |= {"@type": "WebSite"}
        del data["isPartOf"]
    return data


def _answered(page: Page, question: Question) -> Data:
    desk = page.desk
    answer = {"@type": "Answer", "text": desk.x(question.short), "url": desk.ref(question.id)}
    return {"@type": "Question", "name": desk.x(question.title), "acceptedAnswer": answer}
