
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Agenda',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urut', models.PositiveIntegerField()),
                ('nomor', models.CharField(max_length=120)),
                ('diambil_pada', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['register', '-urut'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Naskah',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bentuk', models.CharField(max_length=30)),
                ('hal', models.CharField(max_length=300)),
                ('tanggal', models.DateField()),
                ('isi', models.JSONField(default=dict)),
                ('konteks', models.JSONField(default=dict)),
                ('kode', models.CharField(blank=True, db_index=True, max_length=20)),
                ('status', models.CharField(choices=[('konsep', 'Konsep'), ('ditandatangani', 'Ditandatangani')], default='konsep', max_length=16)),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-dibuat_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Paraf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sebagai', models.CharField(max_length=200)),
                ('waktu', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['waktu', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Register',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('buku', models.CharField(max_length=30)),
                ('klasifikasi', models.CharField(max_length=40)),
                ('tahun', models.PositiveSmallIntegerField()),
                ('terakhir', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='TandaTangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sebagai', models.CharField(max_length=200)),
                ('cara', models.CharField(choices=[('basah', 'Tanda tangan basah (pindaian)')], default='basah', max_length=8)),
                ('waktu', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['waktu', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
    ]
