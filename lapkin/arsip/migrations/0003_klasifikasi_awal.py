"""The shipped classification, where an office has none of its own yet."""

from django.db import migrations

from lapkin.arsip import klasifikasi_awal


def isi(apps, schema_editor):
    klasifikasi_awal.isi(apps.get_model("arsip", "Klasifikasi"))


class Migration(migrations.Migration):
    dependencies = [("arsip", "0002_initial")]
    operations = [migrations.RunPython(isi, migrations.RunPython.noop)]
