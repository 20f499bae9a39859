"""The classification that ships with the application; offices add their own (retention is a local decision).

Codes: Permendagri 83/2022. Retention: the example schedule (JRA) named as source, to be replaced by the
office's own decree after ANRI's approval (PP 28/2012 Pasal 53).
"""

DAFTAR = (
    {
        "kode": "000.8.6.3",
        "uraian": "Akuntabilitas Kinerja Instansi Pemerintah",
        "aktif": 2,
        "inaktif": 4,
        "nasib": "permanen",
        "sumber": "Kode: Permendagri 83/2022. Retensi LAKIP: contoh JRA Permenkumham 54/2016.",
    },
)


def isi(model) -> None:
    """Write the shipped rows that are not there yet; `model` is Klasifikasi, or its form in a migration."""
    for baris in DAFTAR:
        model.objects.get_or_create(kode=baris["kode"], defaults=baris)
