"""What hangs on the roles of an SOP: which running cases wait for whoever stands behind them."""

from collections import defaultdict

from ..models import Pelaksanaan, Tugas


def kasus_menunggu(sop) -> dict[tuple[str, int | None, int | None], int]:
    """By (role, post id, team id), in how many running cases of an SOP a task waits there now."""
    terbuka = Tugas.objects.terbuka().filter(
        pelaksanaan__sop=sop, pelaksanaan__status=Pelaksanaan.Status.BERJALAN
    )
    kasus = defaultdict(set)
    for peran, jabatan, tim, pelaksanaan in terbuka.order_by().values_list(
        "peran", "jabatan", "tim", "pelaksanaan"
    ):
        kasus[peran, jabatan, tim].add(pelaksanaan)
    return {tempat: len(daftar) for tempat, daftar in kasus.items()}
