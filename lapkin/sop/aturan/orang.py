"""People: roles that nobody holds today, and who answers for the SOP."""

from collections.abc import Iterator

from lapkin.sop.aturan.temuan import Bahan, Temuan, catatan, peringatan


def pelaksana_tak_terikat(bahan: Bahan) -> Iterator[Temuan]:
    """A role that works and that nobody holds on the day of checking, told once, where it works first."""
    belum = set(bahan.keadaan.belum_terikat)
    for langkah in bahan.sop.langkah:
        bekerja = [*langkah.pelaksana, langkah.pengisi]
        bekerja += [peran for pekerjaan in langkah.pekerjaan for peran in pekerjaan.oleh]
        bekerja += [output.penanda_tangan for output in langkah.output]
        for peran in dict.fromkeys(bekerja):
            if peran in belum:
                belum.discard(peran)
                yield peringatan(
                    "pelaksana-tak-terikat",
                    f'Peran "{peran}" tidak dipegang siapa pun hari ini.',
                    "Ikat peran itu ke jabatan atau tim yang ada pemegangnya.",
                    langkah.kode,
                )


def simbol_bukan_pelaksana(bahan: Bahan) -> Iterator[Temuan]:
    """A symbol left in print in the column of a role that does not work in the row."""
    for langkah in bahan.sop.langkah:
        for simbol in langkah.simbol_tercetak:
            if langkah.pelaksana and simbol.peran not in langkah.pelaksana:
                yield catatan(
                    "simbol-bukan-pelaksana",
                    f'Simbol "{simbol.teks}" tercetak di kolom "{simbol.peran}", yang bukan pelaksana langkah ini.',
                    "Periksa siapa yang mengerjakan langkah ini, lalu letakkan simbolnya di kolom itu.",
                    langkah.kode,
                )


def penanggung_jawab_kosong(bahan: Bahan) -> Iterator[Temuan]:
    """No role is named that answers for the SOP; the one who orders the work stands in for it."""
    if not bahan.sop.penanggung_jawab:
        yield catatan(
            "penanggung-jawab-kosong",
            "SOP ini tidak menyebut penanggung jawabnya.",
            "Pilih peran yang menjawab atas SOP ini; selama kosong, dipakai pelaksana pertama langkah pertama.",
        )


ATURAN = (pelaksana_tak_terikat, simbol_bukan_pelaksana, penanggung_jawab_kosong)
