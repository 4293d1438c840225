import type Big from "big.js";

declare global {
  namespace ChacraSDK {
    interface Scalars {
      Decimal: Big;
    }
  }
}
