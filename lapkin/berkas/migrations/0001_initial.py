
import django.utils.timezone
import lapkin.berkas.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Berkas',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(db_index=True, max_length=64)),
                ('nama', models.CharField(max_length=200)),
                ('jenis', models.CharField(max_length=120)),
                ('ukuran', models.PositiveBigIntegerField()),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('isi', models.FileField(max_length=200, upload_to=lapkin.berkas.models.tempat)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('sha256', 'nama'), name='berkas_satu_isi_satu_nama', violation_error_message='Berkas dengan isi dan nama yang sama sudah tersimpan.')],
            },
        ),
    ]
