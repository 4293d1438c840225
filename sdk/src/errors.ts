export { ChacraError, type ChacraErrorCode, type ChacraErrorDetails, type GraphFault } from "./error.ts";
export {
  AbortedError,
  AuthenticationError,
  CostError,
  ForbiddenError,
  InvalidInputError,
  NetworkError,
  NotFoundError,
  RateLimitedError,
  ServerError,
  TimeoutError,
} from "./error-classes.ts";
