"""PostgreSQL itself refuses two holders of a structural post on one day.

Definitif, Plt. and Pj. exclude each other, and one Plh. excludes another. SQLite has no such constraint: there
the act looks first, inside its IMMEDIATE transaction.
"""

from django.db import migrations

KENDALA = """
ALTER TABLE organisasi_penugasan ADD CONSTRAINT {nama} EXCLUDE USING gist (
    int8range(jabatan_id, jabatan_id, '[]') WITH &&,
    daterange(dari, sampai, '[]') WITH &&
) WHERE (tunggal AND jenis {syarat} 'plh')
"""
DAFTAR_KENDALA = {"penugasan_satu_pemegang": "<>", "penugasan_satu_plh": "="}


def pasang(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for nama, syarat in DAFTAR_KENDALA.items():
            schema_editor.execute(KENDALA.format(nama=nama, syarat=syarat))


def lepas(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for nama in DAFTAR_KENDALA:
            schema_editor.execute(f"ALTER TABLE organisasi_penugasan DROP CONSTRAINT {nama}")


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
