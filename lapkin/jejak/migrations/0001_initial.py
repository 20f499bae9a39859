
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='KepalaRantai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rantai', models.CharField(max_length=80, unique=True)),
                ('urut', models.PositiveBigIntegerField(default=0)),
                ('sidik', models.CharField(default='0000000000000000000000000000000000000000000000000000000000000000', max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Pemberitahuan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('teks', models.TextField()),
                ('tautan', models.CharField(blank=True, max_length=200)),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dibaca_pada', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ['-dibuat_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Peristiwa',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rantai', models.CharField(max_length=80)),
                ('urut', models.PositiveBigIntegerField()),
                ('waktu', models.DateTimeField(default=django.utils.timezone.now)),
                ('sebagai', models.CharField(blank=True, max_length=200)),
                ('jenis', models.CharField(max_length=60)),
                ('objek', models.CharField(db_index=True, max_length=80)),
                ('rujukan', models.CharField(blank=True, max_length=80)),
                ('uraian', models.TextField()),
                ('data', models.JSONField(default=dict)),
                ('permintaan', models.CharField(blank=True, max_length=36)),
                ('sidik_sebelum', models.CharField(max_length=64)),
                ('sidik', models.CharField(max_length=64)),
            ],
            options={
                'ordering': ['rantai', 'urut'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
    ]
