"""Which misconception made a run hang: from who waits for what to its id."""

from manyhands.checks.runner import Record
from manyhands.checks.verdict import Wait


def misconception(record: Record, found: list[Wait]) -> str | None:
    """The misconception behind a run that hung, where the evidence shows one."""
    parent = next((wait.call for wait in found if wait.who == "the parent"), "")
    jobs = [signal for signal in record.signals if hasattr(signal, "held")]
    collects = any(word in parent for word in ("AsyncResult", "imap", "Pool.map", "Pool.starmap"))
    if "_handle_results" in record.errors and "_callback" in record.errors:
        return "M59"
    if "_handle_results" in record.errors and "_ForkingPickler.loads" in record.errors:
        return "M64"
    if any(job.dies and job.pids for job in jobs) and (collects or "Pool" in parent):
        return "M63"
    if any(job.held and job.open for job in jobs):
        return "M62" if "join" in parent else None
    if any(call.pid == record.pid for job in jobs for call in job.waiting):
        return "M14"
    if any(job.waiting and not job.open for job in jobs):
        if "Pool.apply" in parent:
            return "M54"
        return "M55" if "AsyncResult" in parent else None
    if collects and len(record.where) == 1:
        return "M60"
    return None
