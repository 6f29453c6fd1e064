.PHONY: run test check bench schema migration

run:    ; dotnet run --project src/Api
test:   ; dotnet test
check:  ; .ci/run
bench:  ; dotnet run -c Release --project tests/Benchmarks
schema: ; dotnet run --project src/Api -- schema print > src/Api/schema.graphql
migration: ; .ci/add-migration $(NAME)
