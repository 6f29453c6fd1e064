// Compiles only where the generated types say what the API answers.
import type { CreatePortfolioMutationVariables, PortfolioPageFragment, PortfoliosQuery, PricesSubscription, SignUpMutation } from './types';

export const names = (data: PortfoliosQuery): string[] =>
  (data.portfolios?.edges ?? []).map((edge) => edge.node.name);

export const total = (portfolio: PortfolioPageFragment): number => Number(portfolio.valuation?.totalValue ?? '0');

export const token = ({ signUp }: SignUpMutation): string | undefined => signUp.tokens?.accessToken;

export const price = ({ priceChanged }: PricesSubscription): string => `${priceChanged.asset.symbol} ${priceChanged.price}`;

export const input: CreatePortfolioMutationVariables = { input: { name: 'Core', baseCurrency: 'USD' } };

// @ts-expect-error a portfolio needs a name
export const nameless: CreatePortfolioMutationVariables = { input: { baseCurrency: 'USD' } };
