"""Releasing a page: whatever its workflow calls the way to being published."""

from plone import api
from plone.dexterity.interfaces import IDexterityContent
from typing import Any


PUBLISHED = "published"


def is_released(page: IDexterityContent) -> bool:
    """Also a page without a workflow: there is nothing to release."""
    state = api.portal.get_tool("portal_workflow").getInfoFor(
        page, "review_state", None
    )
    return state in (None, PUBLISHED)


def release_of(page: IDexterityContent) -> str | None:
    """The transition by which the current user may publish it; None: may not."""
    for workflow in api.portal.get_tool("portal_workflow").getWorkflowsFor(page):
        for name in _ways(workflow, page):
            leads_to = workflow.transitions[name].new_state_id
            if leads_to == PUBLISHED and workflow.isActionSupported(page, name):
                return name
    return None


def _ways(workflow: Any, page: IDexterityContent) -> tuple[str, ...]:
    state = workflow._getWorkflowStateOf(page)
    return state.transitions if state is not None else ()


def release(page: IDexterityContent) -> None:
    """Publish a page that the current user may publish."""
    api.portal.get_tool("portal_workflow").doActionFor(page, release_of(page))
