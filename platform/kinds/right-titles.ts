import type { Text } from '../text.ts';
import type { Operation, SystemRight } from './metadata-object.ts';

/** What people call the operations that roles grant. */
export const operationTitles: Readonly<Record<Operation, Text>> = {
  read: { en: 'reading', ru: 'чтение', fa: 'خواندن' },
  create: { en: 'creating', ru: 'добавление', fa: 'ایجاد' },
  update: { en: 'changing', ru: 'изменение', fa: 'تغییر' },
  mark: { en: 'marking for deletion', ru: 'пометка на удаление', fa: 'نشان‌گذاری برای حذف' },
  post: { en: 'posting', ru: 'проведение', fa: 'ثبت' },
  use: { en: 'using', ru: 'использование', fa: 'استفاده' },
};

/** What people call the rights over the system itself. */
export const systemRightTitles: Readonly<Record<SystemRight, Text>> = {
  administer: { en: 'administration', ru: 'администрирование', fa: 'مدیریت سامانه' },
  changeClosedPeriod: { en: 'changing a closed period', ru: 'изменение закрытого периода', fa: 'تغییر دورهٔ بسته' },
  importData: { en: 'loading data', ru: 'загрузка данных', fa: 'بارگذاری داده' },
  exportData: { en: 'exporting data', ru: 'выгрузка данных', fa: 'برون‌بری داده' },
  repost: { en: 'reposting', ru: 'перепроведение', fa: 'ثبت دوباره' },
};
