"""Whatever people do in whatever order: what is always true of a house."""

from collections import Counter
from collective.virtualoffice.domain.errors import Refusal
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import duty
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting import upkeep
from collective.virtualoffice.domain.waiting.live import live
from collective.virtualoffice.domain.waiting.record import settle
from collective.virtualoffice.domain.waiting.states import Outcome
from collective.virtualoffice.domain.waiting.states import OVER
from collective.virtualoffice.domain.waiting.states import State
from contextlib import suppress
from datetime import timedelta
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize
from hypothesis.stateful import invariant
from hypothesis.stateful import precondition
from hypothesis.stateful import rule
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import run_state_machine_as_test
from itertools import count


OFFICES = ("office", "library")
CLERKS = ("ada", "ben")
HELD = {State.CALLED, State.IN_CALL}
MOMENTS = ("called_at", "answered_at", "since")
WITH_VISIT = [
    calling.call,
    calling.requeue,
    calling.miss,
    calling.recall,
    calling.hold,
    calling.resume,
    calling.undo,
    calling.take_over,
    calling.enter,
    calling.renew_link,
    lambda floor, clerk, id: calling.call(floor, clerk, None),
    lambda floor, clerk, id: calling.finish(floor, clerk, id, Outcome.SOLVED),
    lambda floor, clerk, id: calling.tell(floor, "Bitte warten", id),
]
AT_DESK = [duty.close_desk, duty.pause, duty.resume]
STAYING = [
    staying.note_shown,
    staying.ask_for_time,
    staying.come_back,
    staying.answer,
    lambda floor, visit: staying.be_present(floor, visit, 40),
]
offices = st.sampled_from(OFFICES)
clerks = st.sampled_from(CLERKS)
numbers = st.integers(0, 40)
duties = st.sampled_from([("office",), ("library",), OFFICES])
pauses = st.sampled_from([1, 20, 74, 76, 121, 181, 301, 421, 901, 1801, 7200, 15000])


class Life(RuleBasedStateMachine):
    def __init__(self, town):
        super().__init__()
        self.town = town
        self.visits = []
        self.arrivals = count()
        self.ended = {}

    @initialize()
    def somebody_is_there(self):
        self.town.open("ada", *OFFICES)
        self.knock("library", 0)

    @rule(office=offices, number=numbers)
    def knock(self, office, number):
        with suppress(Refusal):
            visit = self.town.knock(f"{number}", office)
            if all(visit is not known for known, _ in self.visits):
                self.visits.append((visit, office))

    @rule(office=offices, minutes=st.integers(-20, 20))
    def arrive(self, office, minutes):
        with suppress(Refusal):
            visit = self.town.knock(f"appointment {next(self.arrivals)}", office)
            visit.due_at = self.town.now + timedelta(minutes=minutes)
            self.visits.append((visit, office))

    @rule(clerk=clerks, duty=duties)
    def open(self, clerk, duty):
        with suppress(Refusal):
            self.town.open(clerk, *duty)

    @rule(clerk=clerks, deed=st.sampled_from(AT_DESK), office=offices)
    def work(self, clerk, deed, office):
        with suppress(Refusal):
            deed(self.town.floor(office), clerk)

    @rule(clerk=clerks, office=offices)
    def call_next(self, clerk, office):
        with suppress(Refusal):
            calling.call(self.town.floor(office), clerk, None)

    @precondition(lambda self: self.visits)
    @rule(clerk=clerks, deed=st.sampled_from(WITH_VISIT), number=numbers)
    def serve(self, clerk, deed, number):
        visit, office = self.pick(number)
        before = self.ended.get(visit.id)
        with suppress(Refusal):
            deed(self.town.floor(office), clerk, visit.id)
            if deed is calling.undo and before is not None:
                del self.ended[visit.id]

    @precondition(lambda self: self.visits)
    @rule(deed=st.sampled_from(STAYING), number=numbers)
    def stay(self, deed, number):
        visit, office = self.pick(number)
        with suppress(Refusal):
            deed(self.town.floor(office), visit)

    @precondition(lambda self: self.visits)
    @rule(number=numbers)
    def leave(self, number):
        visit, office = self.pick(number)
        if staying.leave(self.town.floor(office), visit) is None:
            self.forget([visit.id])

    @rule(clerk=clerks, office=offices)
    def release(self, clerk, office):
        desk = self.town.house.desks.get(clerk)
        with suppress(Refusal):
            duty.release(self.town.floor(office), desk.id if desk else "none")

    @rule(office=offices)
    def end_day(self, office):
        admission.end_day(self.town.floor(office))

    @rule(office=offices, suspended=st.booleans())
    def admit(self, office, suspended):
        if suspended:
            admission.suspend(self.town.floor(office), "")
        else:
            admission.admit(self.town.floor(office), reopen=True)

    @rule(seconds=pauses, pages=st.booleans(), desks=st.booleans())
    def time_passes(self, seconds, pages, desks):
        """Time passes; before, pages and desks may give a sign of life."""
        for visit, office in self.visits if pages else ():
            staying.be_present(self.town.floor(office), visit, 0)
        for clerk in CLERKS if desks else ():
            for office in OFFICES:
                with suppress(Refusal):
                    duty.be_present(self.town.floor(office), clerk)
        self.town.later(seconds=seconds)

    @precondition(lambda self: self.visits)
    @rule(number=numbers)
    def what_time_brought_is_written(self, number):
        visit, office = self.pick(number)
        seen = self.town.see(visit, office).progress
        for _ in range(2):
            settle(self.town.floor(office), visit)
            assert visit.progress == seen
            assert self.town.see(visit, office).progress == seen

    @rule()
    def the_clock_runs_and_changes_nothing_that_was_seen(self):
        before, told = self.read(), {each.id: each.progress for each in self.seen()}
        self.run_clock()
        assert self.read() == before
        assert all(told[each.id] == each.progress for each in self.seen())

    @invariant()
    def nobody_is_lost_or_twice(self):
        rooms = self.town.house.rooms.values()
        ids = Counter(visit.id for room in rooms for visit in room.visits())
        assert not ids or max(ids.values()) == 1
        assert {visit.id for visit, _ in self.visits} == set(ids)

    @invariant()
    def one_desk_has_one_visit_and_one_visit_one_desk(self):
        desks = {desk.id: desk for desk in self.town.house.desks.values()}
        seen = self.seen()
        holders = Counter(visit.progress.desk for visit, _ in self.visits)
        assert all(n == 1 for desk, n in holders.items() if desk is not None)
        for each in seen:
            assert (each.progress.desk is not None) == (each.state in HELD)
            if each.state in HELD:
                desk = desks[each.progress.desk]
                assert self.town.floor(desk.office).attendance(desk).held.id == each.id

    @invariant()
    def places_are_a_permutation(self):
        for office in OFFICES:
            floor = self.town.floor(office)
            places = live(floor).places
            waiting = {s.id for s in floor.inside if s.state is State.WAITING}
            assert set(places) == waiting
            assert sorted(places.values()) == list(range(len(places)))

    @invariant()
    def nothing_happened_in_the_future(self):
        for each in self.seen():
            moments = (getattr(each.progress, name) for name in MOMENTS)
            assert all(m is None or m <= self.town.now for m in moments)

    @invariant()
    def what_is_over_stays_as_it_was_told(self):
        for each in self.seen():
            told = self.ended.get(each.id)
            assert told in (None, each.progress)
            if each.state in OVER:
                self.ended[each.id] = each.progress

    def teardown(self):
        """After enough silence everything is over, then everything is erased."""
        self.town.later(days=1)
        assert all(each.state in OVER | {State.MISSED} for each in self.seen())
        self.run_clock()
        assert not any(len(room.inside) for room in self.town.house.rooms.values())
        self.town.now += self.town.rules.keep
        self.run_clock()
        self.run_clock()
        assert not self.visits
        assert not self.town.house.desks
        assert not any(room.announcements for room in self.town.house.rooms.values())

    def seen(self):
        floors = {office: self.town.floor(office) for office in OFFICES}
        return [floors[office].see(visit) for visit, office in self.visits]

    def pick(self, number):
        return self.visits[number % len(self.visits)]

    def forget(self, ids):
        self.visits = [pair for pair in self.visits if pair[0].id not in ids]
        for id in ids:
            self.ended.pop(id, None)

    def read(self):
        return {office: self.read_office(office) for office in OFFICES}

    def read_office(self, office):
        floor = self.town.floor(office)
        found = live(floor)
        return (
            found.places,
            found.board.called,
            found.door.status,
            (found.door.desks_open, found.door.desks_free),
        )

    def run_clock(self):
        """As the clock does it."""
        for office in OFFICES:
            overdue = upkeep.overdue(self.town.floor(office))
            upkeep.settle(self.town.floor(office), overdue)
            gone = upkeep.outlived(self.town.floor(office))
            assert upkeep.erase(self.town.floor(office), gone) == len(gone)
            self.forget(gone)
            upkeep.tidy_desks(self.town.floor(office))
            upkeep.forget_facts(self.town.floor(office))


def test_whatever_people_do_the_house_stays_in_order(make_town):
    run_state_machine_as_test(
        lambda: Life(make_town()),
        settings=settings(max_examples=80, stateful_step_count=40, deadline=None),
    )
