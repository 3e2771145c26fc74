/** What allowances are computed from is about countries and currencies. */
import { noPersons } from '../core/personal/index.ts';
import { AllowanceRate, AllowanceRule, ExchangeRate } from './allowance.entity.ts';

noPersons('PUBLIC_FACTS', [AllowanceRate, AllowanceRule, ExchangeRate]);
