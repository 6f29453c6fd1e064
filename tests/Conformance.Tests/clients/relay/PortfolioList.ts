// What a Relay application would ask for; relay-compiler checks it against the schema.
import { graphql } from 'relay-runtime';

export const query = graphql`
  query PortfolioListQuery($count: Int!, $cursor: String) {
    ...PortfolioList_portfolios @arguments(count: $count, cursor: $cursor)
  }
`;

export const list = graphql`
  fragment PortfolioList_portfolios on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "PortfolioListPaginationQuery") {
    portfolios(first: $count, after: $cursor) @connection(key: "PortfolioList_portfolios") {
      edges {
        node {
          ...PortfolioList_portfolio
        }
      }
    }
  }
`;

export const portfolio = graphql`
  fragment PortfolioList_portfolio on Portfolio @refetchable(queryName: "PortfolioListRefetchQuery") {
    id
    name
    holdings(first: 10) {
      edges {
        node {
          quantity
          asset {
            symbol
          }
        }
      }
    }
  }
`;

export const create = graphql`
  mutation PortfolioListCreateMutation($input: CreatePortfolioInput!) {
    createPortfolio(input: $input) {
      portfolio {
        ...PortfolioList_portfolio
      }
      errors {
        ... on Error {
          message
        }
      }
    }
  }
`;

export const prices = graphql`
  subscription PortfolioListPricesSubscription($symbols: [String!]!) {
    priceChanged(symbols: $symbols) {
      price
      asset {
        id
      }
    }
  }
`;
