# The web app alone; docker-compose.yml adds its database. Not exercised by CI: see the README.

# Made on the builder's own processor: what it makes is portable, so emulation would only cost time.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Restored before the sources are copied, so that a change of code alone restores nothing.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY build/BlazorScript/BlazorScript.csproj build/BlazorScript/
COPY build/JoinModules/JoinModules.csproj build/JoinModules/
COPY src/NegotiationTracker.Data/NegotiationTracker.Data.csproj src/NegotiationTracker.Data/
COPY src/NegotiationTracker.LocalPostgres/NegotiationTracker.LocalPostgres.csproj src/NegotiationTracker.LocalPostgres/
COPY src/NegotiationTracker.Web/NegotiationTracker.Web.csproj src/NegotiationTracker.Web/BuiltAssets.targets src/NegotiationTracker.Web/
RUN dotnet restore src/NegotiationTracker.Web && dotnet restore build/BlazorScript && dotnet restore build/JoinModules

COPY build/BlazorScript build/BlazorScript
COPY build/JoinModules build/JoinModules
COPY src src
RUN dotnet publish src/NegotiationTracker.Web --configuration Release --no-restore --output /app

# The full image, not a chiseled or Alpine one: it has ICU and time zones, which dates and names need, and bash for the health check.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir -p /var/lib/tracker && chown "$APP_UID" /var/lib/tracker
# HOME, because ASP.NET keeps its data protection keys below it, and only this directory outlives the container.
ENV ASPNETCORE_HTTP_PORTS=8080 TRACKER_HOME=/var/lib/tracker HOME=/var/lib/tracker DOTNET_CLI_TELEMETRY_OPTOUT=1
USER $APP_UID
EXPOSE 8080
# The image has no curl. bash speaks HTTP well enough to read a status line; ready means that the database answers too.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && IFS= read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "NegotiationTracker.Web.dll"]
CMD ["serve"]
