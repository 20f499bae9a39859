"""PostgreSQL itself refuses two delegations of one post on one day.

SQLite has no such constraint: there the act looks first, inside its IMMEDIATE transaction.
"""

from django.db import migrations

PASANG = """
ALTER TABLE organisasi_pelimpahan ADD CONSTRAINT pelimpahan_satu_penerima EXCLUDE USING gist (
    int8range(jabatan_id, jabatan_id, '[]') WITH &&,
    daterange(dari, sampai, '[]') WITH &&
) WHERE (dicabut_pada IS NULL)
"""
LEPAS = "ALTER TABLE organisasi_pelimpahan DROP CONSTRAINT pelimpahan_satu_penerima"


def pasang(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(PASANG)


def lepas(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(LEPAS)


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0003_pelimpahan_dan_satuan_waktu")]
    operations = [migrations.RunPython(pasang, lepas)]
