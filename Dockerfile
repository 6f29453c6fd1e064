# The API as a container: built here, run by a user without rights over a file system that it does not write to.
#   docker build -t investr .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The explorer's files come from npm; without it the build says that they are left out.
RUN apt-get update && apt-get install -y --no-install-recommends npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Api -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# What is kept outside the image: the embedded database, and the keys unless they are given as secrets.
RUN install -d -o app -g app /data
VOLUME /data
ENV ASPNETCORE_URLS=http://+:8080 \
    ConnectionStrings__Investr="Data Source=/data/investr.db" \
    Protection__KeyRing=/data/key-ring \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER app
# The image has no curl; bash opens the connection itself.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080 && printf "GET /health/ready HTTP/1.0\r\n\r\n" >&3 && head -1 <&3 | grep -q " 200 "'
ENTRYPOINT ["dotnet", "Investr.Api.dll"]
